import type { Asset } from '../asset/asset.ts'
import type { Version } from '../asset/version.ts'
import type { Library } from '../ports/library.ts'
import type { MediaTools, WrittenWords } from '../ports/media-tools.ts'
import { type ObjectKey, type ObjectStore, renditionKey } from '../ports/object-store.ts'
import type { Secrets } from '../ports/secrets.ts'
import { coalesced } from './coalesced.ts'
import type { DrawnFile } from './drawn-file.ts'

/** Copying what is larger takes minutes: it comes as it is. */
const mostBytes = 2 * 1024 * 1024 * 1024

export const wordsOf = ({ description, author, copyright, keywords }: Asset): WrittenWords => ({
  description,
  author,
  copyright,
  keywords,
})

export type DescribeDeps = { media: MediaTools; secrets: Pick<Secrets, 'digest'> }
export type Described = { key: ObjectKey; size: number; etag: string }
/** The original, and what the library says of the asset. */
type File = Pick<DrawnFile, 'identified'> & {
  version: Pick<Version, 'sha256' | 'object' | 'size'>
  words: WrittenWords
}

/** Gives the original as it is where its kind can't carry words, or there are none to carry. */
export type DescribeFile = (where: { objects: ObjectStore; library: Library }, file: File) => Promise<Described>

/**
 * A copy of the original that carries what the library says of it. Made when it is asked for first and kept under what
 * it says, so that it is another one as soon as the library says something else; the original never changes.
 */
export function openDescriptions({ media, secrets }: DescribeDeps): DescribeFile {
  const once = coalesced<{ size: number } | null>()

  return async ({ objects, library }, { version, identified, words }) => {
    const { sha256, object, size } = version
    const asItIs = { key: object, size, etag: `"${sha256}"` }
    if (size > mostBytes || saysNothing(words)) return asItIs

    const name = nameFor(words)
    const key = renditionKey(sha256, name)
    const there = (await objects.stat(key)) ?? (await once(objects, key, make))
    return there === null ? asItIs : { key, size: there.size, etag: `"${sha256}-${name}"` }

    async function make(): Promise<{ size: number } | null> {
      const made = await objects.withFile(object, (path) => media.writeWords(path, identified, words))
      if (made === null) return null
      const written = await objects.write(key, made.bytes)
      await dropOthers({ objects, library }, sha256)
      return written
    }
  }

  /** Copies that say what no asset says any more; several assets may have the same content. */
  async function dropOthers({ objects, library }: { objects: ObjectStore; library: Library }, sha256: string) {
    const { assets } = library.read
    const saying = await assets.findMany(await assets.findByContent(sha256))
    const wanted = new Set(saying.map((asset) => renditionKey(sha256, nameFor(wordsOf(asset)))))
    for await (const key of objects.list(renditionKey(sha256, prefix))) {
      if (!wanted.has(key)) await objects.delete(key)
    }
  }

  /** Named after all that is written, each apart from the next. */
  function nameFor({ description, author, copyright, keywords }: WrittenWords): string {
    return prefix + secrets.digest(JSON.stringify([description, author, copyright, ...keywords])).slice(0, 32)
  }
}

const prefix = 'described-'

const saysNothing = ({ description, author, copyright, keywords }: WrittenWords): boolean =>
  description === '' && author === '' && copyright === '' && keywords.length === 0
