import { createHmac } from 'node:crypto'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { IncomingForm, WantedForm } from '../../../domain/ports/incoming-files.ts'
import type { OpenedBucket } from './s3-bucket.ts'

/** `v4`: what every region of Amazon takes. `v2`: for clients that know no other fields, on servers that take it. */
export type FormSignature = 'v4' | 'v2'

/** What one form of S3 may hold. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html */
const mostBytes = 5 * 1024 ** 3

/**
 * A form that the bucket takes. S3 refuses fields that no condition names, and forms without one that a condition does
 * name: so there is a condition for each field that is given, and for no other.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export async function signForm(
  place: OpenedBucket,
  version: FormSignature,
  { folder, fields, filledIn, maxBytes, now, seconds }: WantedForm,
): Promise<IncomingForm | null> {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = await place.client.config.credentials()
  const until = now + seconds * 1000
  if (expiration && expiration.getTime() < until) return null

  const region = await place.client.config.region()
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')
  const scope = [time.slice(0, 8), region, 's3', 'aws4_request']
  const start = `${place.prefix}${folder}/`
  const given: Record<string, string> = {
    ...fields,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
    ...(version === 'v2'
      ? {}
      : {
          'x-amz-algorithm': 'AWS4-HMAC-SHA256',
          'x-amz-credential': [accessKeyId, ...scope].join('/'),
          'x-amz-date': time,
        }),
  }
  const free = new Set(filledIn)
  const conditions = [
    { bucket: place.bucket },
    ['starts-with', '$key', start],
    ...Object.entries(given).map(([name, value]) =>
      free.has(name) ? ['starts-with', `$${name}`, ''] : { [name]: value },
    ),
    // of version 2; clients send it along with the fields of version 4 too
    ...(version === 'v4' ? [['starts-with', '$AWSAccessKeyId', '']] : []),
    ['content-length-range', 0, Math.min(maxBytes, mostBytes)],
  ]
  const policy = Buffer.from(JSON.stringify({ expiration: new Date(until).toISOString(), conditions })).toString(
    'base64',
  )
  const signature: Record<string, string> =
    version === 'v2'
      ? { Signature: createHmac('sha1', secretAccessKey).update(policy).digest('base64') }
      : { 'x-amz-Signature': signVersion4(secretAccessKey, scope, policy) }

  return {
    url: await addressOf(place),
    fields: { key: `${start}$\{filename}`, AWSAccessKeyId: accessKeyId, Policy: policy, ...given, ...signature },
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html; `scope`: day, region, service, end. */
export function signVersion4(secretAccessKey: string, scope: readonly string[], policy: string): string {
  let key: string | Buffer = `AWS4${secretAccessKey}`
  for (const part of scope) key = createHmac('sha256', key).update(part).digest()
  return createHmac('sha256', key).update(policy).digest('hex')
}

/** As the client itself reaches the bucket, whatever the region and its rules for names. */
async function addressOf({ client, bucket }: OpenedBucket): Promise<string> {
  const signed = new URL(await getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: 'x' })))
  return `${signed.origin}${signed.pathname.slice(0, -1)}`
}
