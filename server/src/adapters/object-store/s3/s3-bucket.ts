import { type _Object, ListObjectsV2Command, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { s3Failure } from './s3-errors.ts'

/** A bucket, or a part of one. */
export type S3Bucket = {
  bucket: string
  /** Empty, or ends with a slash. */
  prefix: string
  /** Origin of a server that speaks S3; `null`: Amazon's own. */
  endpoint: string | null
  /** `null`: as AWS clients read it. */
  region: string | null
}

export type OpenedBucket = Pick<S3Bucket, 'bucket' | 'prefix'> & { client: S3Client }

/** Credentials are read as AWS clients read them: environment, profile, the machine's own role. */
export function openBucket({ bucket, prefix, endpoint, region }: S3Bucket): OpenedBucket {
  return { bucket, prefix, client: new S3Client(clientConfig({ endpoint, region })) }
}

/** Each download in progress holds one. */
const sockets = { maxSockets: 200 }

/** The region means nothing to most servers that are not Amazon's, but signatures need one. */
function clientConfig({ endpoint, region }: Pick<S3Bucket, 'endpoint' | 'region'>): S3ClientConfig {
  const named = region ?? (endpoint === null ? null : 'us-east-1')
  return {
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    ...(named === null ? {} : { region: named }),
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000, httpAgent: sockets, httpsAgent: sockets },
    // The newer checksums travel as trailers, which many servers that speak S3 do not know. Bodies are signed with
    // their SHA-256 all the same, and every server compares that.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  }
}

/** Names below the prefix that start with `start`, in the order of their bytes. */
export async function* listBucket(place: OpenedBucket, start: string): AsyncGenerator<string> {
  for await (const { name } of listEntries(place, start)) yield name
}

type Entry = { name: string } & Pick<_Object, 'ETag' | 'LastModified'>

/** The same, with what a listing tells beside. */
export async function* listEntries({ client, bucket, prefix }: OpenedBucket, start: string): AsyncGenerator<Entry> {
  let last: string | undefined
  let isMore = true
  while (isMore) {
    // Not by continuation tokens: those of some servers fail, and a listing that takes hours may outlive them.
    const wanted = { Bucket: bucket, Prefix: prefix + start, ...(last === undefined ? {} : { StartAfter: last }) }
    const page = await client.send(new ListObjectsV2Command(wanted)).catch((error: unknown) => {
      throw s3Failure(prefix + start, error)
    })
    for (const { Key, ETag, LastModified } of page.Contents ?? []) {
      if (Key === undefined) continue
      last = Key
      yield { name: Key.slice(prefix.length), ETag, LastModified }
    }
    isMore = page.IsTruncated === true && (page.Contents?.length ?? 0) > 0
  }
}
