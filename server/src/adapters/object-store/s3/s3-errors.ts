import { Unavailable } from '../../../domain/domain-error.ts'
import { ObjectNotFound } from '../../../domain/ports/object-store.ts'

type Refused = Error & { code?: string; $metadata?: { httpStatusCode?: number } }

export const isMissing = (error: unknown): boolean => {
  const { name, $metadata } = error as Refused
  return name === 'NoSuchKey' || name === 'NotFound' || ($metadata?.httpStatusCode === 404 && name !== 'NoSuchBucket')
}

/** What S3 or the way to it complains of, in the words of the port. */
export function s3Failure(key: string, error: unknown): Error {
  if (isMissing(error)) return new ObjectNotFound(key)
  return isOutOfReach(error as Refused)
    ? new Unavailable('The storage of the files does not answer. Please try again.', { cause: error })
    : (error as Error)
}

/** It may be there again soon; a wrong key or bucket, on the other hand, is for whoever set it. */
const isOutOfReach = ({ name, code, $metadata }: Refused): boolean =>
  ($metadata?.httpStatusCode ?? 0) >= 500 ||
  ['TimeoutError', 'SlowDown', 'RequestTimeout'].includes(name) ||
  (code !== undefined && /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH)/.test(code))
