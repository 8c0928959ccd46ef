import { expect, test } from 'vitest'
import { parseAsset } from './parse-asset.ts'

const origin = 'https://acme.canto.com'
const hit = { id: 'abc', scheme: 'image', name: 'a.jpg', size: '123' }

test('the least a list gives is enough, and addresses are found by themselves', () => {
  expect(parseAsset(hit, origin)).toMatchObject({
    size: 123,
    md5: null,
    keywords: null,
    tags: [],
    downloadUrl: 'https://acme.canto.com/api_binary/v1/image/abc',
    previewUrl: null,
  })
})

test('a keyword list that is there is taken as it stands', () => {
  expect(parseAsset({ ...hit, keyword: ['a|b', 3, 'c'] }, origin)?.keywords).toEqual(['a|b', 'c'])
})

test.each([
  ['no asset at all', null],
  ['a scheme that would be a path', { ...hit, scheme: '../user' }],
  ['a size that is none', { ...hit, size: 'big' }],
  ['a negative size', { ...hit, size: '-1' }],
  ['no name', { ...hit, name: '' }],
])('%s is left out', (_, wire) => {
  expect(parseAsset(wire, origin)).toBeNull()
})

test('an address of another kind than http is not followed', () => {
  const parsed = parseAsset({ ...hit, url: { download: 'file:///etc/passwd', preview: 'data:text/html,x' } }, origin)
  expect(parsed).toMatchObject({ downloadUrl: 'https://acme.canto.com/api_binary/v1/image/abc', previewUrl: null })
})
