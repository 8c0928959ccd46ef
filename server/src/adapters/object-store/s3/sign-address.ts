import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { WantedHandOver } from '../../../domain/ports/object-store.ts'

export type SignAddress = (at: { Bucket: string; Key: string }, wanted: WantedHandOver) => Promise<string>

/** Addresses in the bucket that need nothing else; `client` knows the bucket by the name that browsers know. */
export function signAddresses(client: S3Client): SignAddress {
  return async (at, { contentType, disposition, cacheControl, seconds }) =>
    await getSignedUrl(
      client,
      new GetObjectCommand({
        ...at,
        ResponseContentType: contentType,
        ResponseContentDisposition: disposition,
        ResponseCacheControl: cacheControl,
      }),
      { expiresIn: seconds },
    )
}
