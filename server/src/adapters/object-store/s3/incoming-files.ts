import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3'
import type { AssetId } from '../../../domain/asset/asset.ts'
import { decodeWords } from '../../../domain/intake/decode-words.ts'
import type { IncomingFile, IncomingFiles } from '../../../domain/ports/incoming-files.ts'
import { ObjectNotFound, type StoredOriginal } from '../../../domain/ports/object-store.ts'
import { listEntries, type OpenedBucket } from './s3-bucket.ts'
import { isMissing, s3Failure } from './s3-errors.ts'
import { type FormSignature, signForm } from './sign-form.ts'

export type IncomingOptions = {
  /** The prefix is the account's own. */
  place: OpenedBucket
  /** The same, by the name that senders know the bucket under. */
  outside: OpenedBucket
  signature: FormSignature
  writeOriginal(bytes: Readable): Promise<StoredOriginal>
}

/** What lies below `incoming/` in the bucket, put there by forms that were signed here. */
export function incomingFiles({ place, outside, signature, writeOriginal }: IncomingOptions): IncomingFiles {
  const { client, bucket } = place
  const prefix = `${place.prefix}incoming/`
  const at = (name: string) => ({ Bucket: bucket, Key: prefix + name })

  async function head(name: string) {
    try {
      return await client.send(new HeadObjectCommand(at(name)))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw s3Failure(prefix + name, error)
    }
  }

  async function find(name: string) {
    const found = await head(name)
    if (!found) return undefined
    const fields = new Map<string, string>([['key', name]])
    for (const [field, value] of Object.entries(found.Metadata ?? {})) {
      fields.set(`x-amz-meta-${field.toLowerCase()}`, decodeWords(asSent(value)))
    }
    return { file: fileOf(name, found), fields }
  }

  return {
    form: async (wanted) => await signForm({ ...outside, prefix }, signature, wanted),

    async *list() {
      for await (const { name, ...told } of listEntries({ ...place, prefix }, '')) yield fileOf(name, told)
    },

    find,

    async keep(file) {
      const found = await find(file.name)
      if (found?.file.id !== file.id) throw new ObjectNotFound(file.name)
      try {
        const { Body, ...got } = await client.send(new GetObjectCommand(at(file.name)))
        if (fileOf(file.name, got).id !== file.id) {
          ;(Body as Readable).destroy()
          throw new ObjectNotFound(file.name)
        }
        return await writeOriginal(Body as Readable)
      } catch (error) {
        throw s3Failure(prefix + file.name, error)
      }
    },

    async delete(file) {
      const now = await head(file.name)
      if (!now || fileOf(file.name, now).id !== file.id) return
      await client.send(new DeleteObjectCommand(at(file.name))).catch((error: unknown) => {
        if (!isMissing(error)) throw s3Failure(prefix + file.name, error)
      })
    },
  }
}

type Told = { ETag?: string | undefined; LastModified?: Date | undefined }

/** Listings tell the time more exactly than the file itself. */
function fileOf(name: string, { ETag, LastModified }: Told): IncomingFile {
  const second = Math.floor((LastModified?.getTime() ?? 0) / 1000)
  const hash = createHash('sha256').update(JSON.stringify([name, ETag?.replaceAll('"', ''), second]))
  return { id: base32hex(hash.digest().subarray(0, 16)) as AssetId, name, receivedAt: second * 1000 }
}

/** The shape of every id. RFC 4648 §7, lower case, without padding. */
const base32hex = (bytes: Uint8Array): string =>
  (BigInt(`0x${Buffer.from(bytes).toString('hex')}`) << 2n).toString(32).padStart(26, '0')

/** Some servers send what they were given as it is: bytes of UTF-8, which arrive as one character each. */
function asSent(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII
  if (!/[^\x00-\x7f]/.test(value) || /[^\x00-\xff]/.test(value)) return value
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'))
  } catch {
    return value
  }
}
