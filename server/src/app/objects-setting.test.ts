import { expect, test } from 'vitest'
import { loadConfig } from './config.ts'

const objectsOf = (env: Record<string, string>) => loadConfig({ DESCANT_DATA: '/data', ...env }).objects

test('without a word objects lie in the data folder', () => {
  expect(objectsOf({})).toEqual({ kind: 'file', folder: '/data/objects', proxyPath: null })
})

test.each(['file:/mnt/objects', 'file:///mnt/objects'])('%s is a folder', (value) => {
  expect(objectsOf({ DESCANT_OBJECTS: value })).toMatchObject({ kind: 'file', folder: '/mnt/objects' })
})

test('a bucket has a prefix, an endpoint, a region, and how far browsers are sent there', () => {
  const value = 's3://pictures/dam/one/?endpoint=https://s3.example.com&region=eu-central-1&redirect=1&cache=100'

  expect(objectsOf({ DESCANT_OBJECTS: value })).toEqual({
    kind: 's3',
    bucket: 'pictures',
    prefix: 'dam/one/',
    endpoint: 'https://s3.example.com',
    region: 'eu-central-1',
    redirect: { endpoint: 'https://s3.example.com' },
    form: 'v4',
    cacheBytes: 100 * 1024 * 1024,
  })
})

test('a bucket at Amazon needs nothing but its name', () => {
  expect(objectsOf({ DESCANT_OBJECTS: 's3://pictures' })).toMatchObject({
    ...{ bucket: 'pictures', prefix: '', endpoint: null, region: null, redirect: null },
  })
})

test('browsers may know the bucket by another name than the server', () => {
  const value = 's3://pictures?endpoint=http://minio:9000&redirect=https://files.example.com'

  expect(objectsOf({ DESCANT_OBJECTS: value })).toMatchObject({ redirect: { endpoint: 'https://files.example.com' } })
})

test.each([
  ['v4', 'v4'],
  ['v2', 'v2'],
  ['server', null],
])('forms for uploads may be %s', (form, expected) => {
  expect(objectsOf({ DESCANT_OBJECTS: `s3://pictures?form=${form}` })).toMatchObject({ form: expected })
})

test.each([
  ['ftp://elsewhere/', /file:\/some\/folder or s3:/],
  ['file:', /file:\/some\/folder or s3:/],
  ['s3://', /should be like s3:\/\/bucket/],
  ['s3://key:secret@pictures', /should not hold a key/],
  ['s3://pictures?redirct=1', /redirct is none of its options/],
  ['s3://pictures?endpoint=s3.example.com', /endpoint should be an origin/],
  ['s3://pictures?endpoint=https://s3.example.com/path', /endpoint should be an origin/],
  ['s3://pictures?form=direct', /v4, v2 or server/],
  ['s3://pictures?cache=much', /whole number of MiB/],
])('%s stops the start with one sentence', (value, sentence) => {
  expect(() => objectsOf({ DESCANT_OBJECTS: value })).toThrow(sentence)
})

test('a proxy that sends the bytes must be named, its path be a path, and the bytes be files', () => {
  const accel = { DESCANT_ACCEL_REDIRECT: '/objects/' }

  expect(objectsOf({ ...accel, DESCANT_TRUST_PROXY: 'loopback' })).toMatchObject({ proxyPath: '/objects/' })
  expect(() => objectsOf(accel)).toThrow('DESCANT_TRUST_PROXY')
  expect(() => objectsOf({ DESCANT_ACCEL_REDIRECT: '/a/../b/', DESCANT_TRUST_PROXY: 'loopback' })).toThrow(
    'a path like',
  )
  expect(() => objectsOf({ DESCANT_ACCEL_REDIRECT: 'objects', DESCANT_TRUST_PROXY: 'loopback' })).toThrow('a path like')
  expect(() => objectsOf({ ...accel, DESCANT_OBJECTS: 's3://pictures', DESCANT_TRUST_PROXY: 'loopback' })).toThrow(
    'redirect=1',
  )
})
