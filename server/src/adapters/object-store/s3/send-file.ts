import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { OpenedBucket } from './s3-bucket.ts'

/** S3 takes 10,000 parts, so that 80 GB fit; as many parts are in memory as are on their way. */
const partBytes = 8 * 1024 * 1024
const partsAtOnce = 4

/** Resolves when the bucket has every byte and has compared them. A file that is sent in parts appears whole or not at all. */
export async function sendFile(to: OpenedBucket, name: string, path: string, size: number): Promise<void> {
  if (size <= partBytes) return await sendBytes(to, name, await readFile(path))
  const { client, bucket, prefix } = to
  const Key = prefix + name
  const upload = new Upload({
    client,
    params: { Bucket: bucket, Key, Body: createReadStream(path, { highWaterMark: partBytes }) },
    partSize: partBytes,
    queueSize: partsAtOnce,
    leavePartsOnError: false,
  })
  await upload.done()
  const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key }))
  if (ContentLength !== size) throw new Error(`The bucket has ${ContentLength} of the ${size} bytes of ${name}`)
}

export async function sendBytes(
  { client, bucket, prefix }: OpenedBucket,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const ContentMD5 = createHash('md5').update(bytes).digest('base64')
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: prefix + name, Body: bytes, ContentMD5 }))
}
