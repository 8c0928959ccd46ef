import { DeleteObjectCommand } from '@aws-sdk/client-s3'
import type { ObjectStore } from '../../../domain/ports/object-store.ts'
import { incomingFiles } from './incoming-files.ts'
import { localCopies } from './local-copies.ts'
import { listBucket, openBucket, type S3Bucket } from './s3-bucket.ts'
import { s3ObjectStore } from './s3-object-store.ts'
import { signAddresses } from './sign-address.ts'
import type { FormSignature } from './sign-form.ts'

export type S3PlaceOptions = S3Bucket & {
  /** Where browsers reach the bucket, when they are sent there; `null`: they are not. */
  redirect: { endpoint: string | null } | null
  /** How forms are signed that the bucket takes; `null`: files come in through the server alone. */
  form: FormSignature | null
  copiesFolder: string
  cacheBytes: number
}

/** A bucket with a prefix for each account. */
export function openS3Place({ redirect, form, copiesFolder, cacheBytes, ...bucket }: S3PlaceOptions) {
  const place = openBucket(bucket)
  const copies = localCopies(copiesFolder, cacheBytes)
  const outside = redirect ? openBucket({ ...bucket, endpoint: redirect.endpoint }) : place
  const signAddress = redirect && signAddresses(outside.client)

  return {
    of(account: string): ObjectStore {
      const own = { ...place, prefix: `${place.prefix}${account}/` }
      const store = s3ObjectStore({ place: own, copies, signAddress })
      if (form === null) return store
      const { writeOriginal } = store
      return { ...store, incoming: incomingFiles({ place: own, outside, signature: form, writeOriginal }) }
    },

    async someNames(): Promise<string[]> {
      const names: string[] = []
      for await (const name of listBucket(place, '')) {
        names.push(name)
        if (names.length === 3) break
      }
      return names
    },

    async removeAll(): Promise<void> {
      for await (const name of listBucket(place, '')) {
        await place.client.send(new DeleteObjectCommand({ Bucket: place.bucket, Key: place.prefix + name }))
      }
    },
  }
}
