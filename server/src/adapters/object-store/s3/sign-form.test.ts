import { createHmac } from 'node:crypto'
import { S3Client } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { signForm, signVersion4 } from './sign-form.ts'

const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const accessKeyId = 'AKIAIOSFODNN7EXAMPLE'
const now = Date.UTC(2026, 0, 2, 3, 4, 5, 678)
const fiveHours = 5 * 3600

const wanted = {
  folder: 'main/somebody/form',
  fields: { acl: 'private', 'x-amz-meta-tag': '', 'x-amz-meta-refer_id': 'my key' },
  filledIn: ['x-amz-meta-tag', 'x-amz-meta-refer_id'],
  maxBytes: 1000,
  now,
  seconds: fiveHours,
}
const bucketOf = (credentials: object = {}, region = 'eu-central-1') => ({
  client: new S3Client({ region, credentials: { accessKeyId, secretAccessKey, ...credentials } }),
  bucket: 'acme-files',
  prefix: 'library/account/incoming/',
})
const policyOf = (fields: Record<string, string> | undefined) =>
  JSON.parse(Buffer.from(fields?.Policy ?? '', 'base64').toString())

test('the signature is the one that the documentation of S3 computes for its example', () => {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-post-example.html
  const policy = [
    '{ "expiration": "2015-12-30T12:00:00.000Z",',
    '  "conditions": [',
    '    {"bucket": "sigv4examplebucket"},',
    '    ["starts-with", "$key", "user/user1/"],',
    '    {"acl": "public-read"},',
    '    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},',
    '    ["starts-with", "$Content-Type", "image/"],',
    '    {"x-amz-meta-uuid": "14365123651274"},',
    '    {"x-amz-server-side-encryption": "AES256"},',
    '    ["starts-with", "$x-amz-meta-tag", ""],',
    '',
    '    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},',
    '    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},',
    '    {"x-amz-date": "20151229T000000Z" }',
    '  ]',
    '}',
  ].join('\r\n')
  const scope = ['20151229', 'us-east-1', 's3', 'aws4_request']

  expect(signVersion4(secretAccessKey, scope, Buffer.from(policy).toString('base64'))).toBe(
    '8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e',
  )
})

test('a form of version 4 has a condition for each of its fields, and is good for five hours', async () => {
  const form = await signForm(bucketOf(), 'v4', wanted)

  const { Policy = '', 'x-amz-Signature': signature, ...fields } = form?.fields ?? {}
  const credential = `${accessKeyId}/20260102/eu-central-1/s3/aws4_request`
  expect(form?.url).toBe('https://acme-files.s3.eu-central-1.amazonaws.com/')
  expect(fields).toEqual({
    key: `library/account/incoming/main/somebody/form/$\{filename}`,
    AWSAccessKeyId: accessKeyId,
    acl: 'private',
    'x-amz-meta-tag': '',
    'x-amz-meta-refer_id': 'my key',
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': credential,
    'x-amz-date': '20260102T030405Z',
  })
  expect(policyOf(form?.fields)).toEqual({
    expiration: '2026-01-02T08:04:05.678Z',
    conditions: [
      { bucket: 'acme-files' },
      ['starts-with', '$key', 'library/account/incoming/main/somebody/form/'],
      { acl: 'private' },
      ['starts-with', '$x-amz-meta-tag', ''],
      ['starts-with', '$x-amz-meta-refer_id', ''],
      { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' },
      { 'x-amz-credential': credential },
      { 'x-amz-date': '20260102T030405Z' },
      ['starts-with', '$AWSAccessKeyId', ''],
      ['content-length-range', 0, 1000],
    ],
  })
  const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()
  const key = hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, '20260102'), 'eu-central-1'), 's3'), 'aws4_request')
  expect(signature).toBe(hmac(key, Policy).toString('hex'))
})

test('a form of version 2 has the documented fields and no others', async () => {
  const form = await signForm(bucketOf(), 'v2', wanted)

  const { Policy = '', Signature, ...fields } = form?.fields ?? {}
  expect(Object.keys(fields).sort()).toEqual(['AWSAccessKeyId', 'acl', 'key', 'x-amz-meta-refer_id', 'x-amz-meta-tag'])
  expect(Signature).toBe(createHmac('sha1', secretAccessKey).update(Policy).digest('base64'))
  expect(JSON.stringify(policyOf(form?.fields))).not.toMatch(/x-amz-(algorithm|credential|date)|AWSAccessKeyId/)
})

test('keys that end before five hours are over sign nothing; the token of others goes with the form', async () => {
  const at = (hours: number) => new Date(now + hours * 3_600_000)

  expect(await signForm(bucketOf({ sessionToken: 'token', expiration: at(4.9) }), 'v4', wanted)).toBeNull()
  const form = await signForm(bucketOf({ sessionToken: 'token', expiration: at(6) }), 'v4', wanted)
  expect(form?.fields['x-amz-security-token']).toBe('token')
  expect(policyOf(form?.fields).conditions).toContainEqual({ 'x-amz-security-token': 'token' })
})

test('no form takes more than S3 does', async () => {
  const form = await signForm(bucketOf(), 'v4', { ...wanted, maxBytes: 50 * 1024 ** 3 })

  expect(policyOf(form?.fields).conditions).toContainEqual(['content-length-range', 0, 5 * 1024 ** 3])
})
