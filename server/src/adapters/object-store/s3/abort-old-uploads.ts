import { AbortMultipartUploadCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3'
import type { OpenedBucket } from './s3-bucket.ts'
import { s3Failure } from './s3-errors.ts'

/** Parts that a killed process has sent cost room until somebody says that the rest will not come. */
export async function abortOldUploads({ client, bucket, prefix }: OpenedBucket, before: number): Promise<void> {
  const page = await client
    .send(new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix }))
    .catch(unlessUnknown)
  for (const { Key, UploadId, Initiated } of page?.Uploads ?? []) {
    if (!Key?.startsWith(prefix) || !Initiated || Initiated.getTime() >= before) continue
    await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId })).catch((error: unknown) => {
      throw s3Failure(Key, error)
    })
  }
}

/** Some servers that speak S3 can't list them; they clear them away themselves. */
function unlessUnknown(error: unknown): undefined {
  const { name } = error as Error
  if (name !== 'NotImplemented' && name !== 'MethodNotAllowed') throw s3Failure('', error)
}
