import { stat, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3'
import { type ObjectKey, type ObjectStore, originalKey } from '../../../domain/ports/object-store.ts'
import { chunksOf } from '../chunks-of.ts'
import { parseKey } from '../object-path.ts'
import { newFile, writeMeasured } from '../write-measured.ts'
import { abortOldUploads } from './abort-old-uploads.ts'
import type { LocalCopies } from './local-copies.ts'
import { listBucket, type OpenedBucket } from './s3-bucket.ts'
import { isMissing, s3Failure } from './s3-errors.ts'
import { sendBytes, sendFile } from './send-file.ts'
import type { SignAddress } from './sign-address.ts'

export type S3ObjectStoreOptions = {
  /** The prefix is the account's own. */
  place: OpenedBucket
  copies: LocalCopies
  /** `null`: every byte goes through the server. */
  signAddress: SignAddress | null
}

/**
 * Objects in a bucket, under their keys. What comes in is hashed on its way to a file of this machine first: a name
 * that is the content's hash is known only at its end, and what is examined next is at hand then.
 */
export function s3ObjectStore({ place, copies, signAddress }: S3ObjectStoreOptions): ObjectStore {
  const { client, bucket, prefix } = place
  const at = (key: ObjectKey) => {
    parseKey(key)
    return { Bucket: bucket, Key: prefix + key }
  }
  const copyOf = (key: ObjectKey) => prefix + key
  const sending = new Map<ObjectKey, Promise<boolean>>()

  async function sizeOf(key: ObjectKey): Promise<number | undefined> {
    try {
      return (await client.send(new HeadObjectCommand(at(key)))).ContentLength
    } catch (error) {
      if (isMissing(error)) return undefined
      throw s3Failure(key, error)
    }
  }

  /** Answers whether they were there already. Who sends the same meanwhile waits for the first. */
  function sendOnce(key: ObjectKey, size: number, send: () => Promise<void>): Promise<boolean> {
    const known = sending.get(key)
    if (known) return known.then(() => true)
    const sent = (async () => {
      const isThere = (await sizeOf(key)) === size
      if (!isThere) await send()
      return isThere
    })()
      .catch((error: unknown) => {
        throw s3Failure(key, error)
      })
      .finally(() => sending.delete(key))
    sending.set(key, sent)
    return sent
  }

  async function read(key: ObjectKey, range?: { start: number; end: number }): Promise<Readable> {
    const wanted = range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` }
    try {
      const { Body, ContentLength, ContentRange } = await client.send(new GetObjectCommand({ ...at(key), ...wanted }))
      if (!(Body instanceof Readable)) throw new Error(`The bucket gave no bytes of ${key}`)
      if (range === undefined || ContentLength === range.end - range.start + 1) return Body
      return cutOut(Body, ContentRange === undefined ? range : { start: 0, end: range.end - range.start })
    } catch (error) {
      throw s3Failure(key, error)
    }
  }

  return {
    read,

    async writeOriginal(bytes, { maxBytes } = {}) {
      return await copies.throughTemporaryFile(async (path) => {
        const { size, sha256, md5 } = await writeMeasured(bytes, newFile(path), maxBytes)
        const key = originalKey(sha256)
        const alreadyThere = await sendOnce(key, size, () => sendFile(place, key, path, size))
        await copies.adopt(copyOf(key), path)
        return { key, size, sha256, md5, alreadyThere }
      })
    },

    async write(key, bytes) {
      parseKey(key)
      const there = await sizeOf(key)
      if (there !== undefined) {
        if (bytes instanceof Readable) bytes.destroy()
        return { size: there }
      }
      if (!(bytes instanceof Readable)) {
        await sendOnce(key, bytes.byteLength, () => sendBytes(place, key, bytes))
        return { size: bytes.byteLength }
      }
      return await copies.throughTemporaryFile(async (path) => {
        await pipeline(bytes, newFile(path))
        const { size } = await stat(path)
        await sendOnce(key, size, () => sendFile(place, key, path, size))
        return { size }
      })
    },

    async stat(key) {
      const size = await sizeOf(key)
      return size === undefined ? undefined : { size }
    },

    pieces: async (key, range) => chunksOf(await read(key, range)),

    readWhole: async (key) => await buffer(await read(key)),

    async withFile(key, use) {
      parseKey(key)
      const fetch = async (path: string) => await pipeline(await read(key), newFile(path))
      return await copies.with(copyOf(key), fetch, use)
    },

    async handOver(key, wanted) {
      return signAddress && { to: 'client', url: await signAddress(at(key), wanted) }
    },

    async delete(key) {
      await client.send(new DeleteObjectCommand(at(key))).catch((error: unknown) => {
        if (!isMissing(error)) throw s3Failure(key, error)
      })
      await copies.drop(copyOf(key))
    },

    async *list(start) {
      for await (const name of listBucket(place, start)) if (isKey(name)) yield name
    },

    async sweep(olderThanMs) {
      await copies.throughTemporaryFile(async (probe) => {
        await writeFile(probe, '')
        const before = (await stat(probe)).mtimeMs - olderThanMs
        await copies.sweep(before)
        await abortOldUploads(place, before)
      })
    },
  }
}

/** A server may answer a range with the whole (RFC 9110, 14.2), and some send more than they say. */
function cutOut(whole: Readable, { start, end }: { start: number; end: number }): Readable {
  async function* pieces() {
    let at = 0
    for await (const chunk of whole as AsyncIterable<Buffer>) {
      if (at + chunk.length > start) yield chunk.subarray(Math.max(0, start - at), end + 1 - at)
      at += chunk.length
      if (at > end) return // ends the whole, too
    }
  }
  return Readable.from(pieces(), { objectMode: false })
}

function isKey(name: string): name is ObjectKey {
  try {
    parseKey(name as ObjectKey)
    return true
  } catch {
    return false // something of somebody else's in the bucket
  }
}
