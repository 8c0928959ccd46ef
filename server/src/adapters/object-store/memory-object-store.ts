import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ObjectKey, ObjectNotFound, type ObjectStore, originalKey } from '../../domain/ports/object-store.ts'
import { chunksOf } from './chunks-of.ts'
import { countBytes } from './count-bytes.ts'
import { hashBytes } from './hashing/hash-bytes.ts'
import { parseKey } from './object-path.ts'

/** For tests: nothing survives the process. */
export function memoryObjectStore(): ObjectStore {
  const objects = new Map<ObjectKey, Buffer>()

  function find(key: ObjectKey): Buffer {
    parseKey(key)
    const bytes = objects.get(key)
    if (bytes === undefined) throw new ObjectNotFound(key)
    return bytes
  }

  return {
    async writeOriginal(bytes, { maxBytes } = {}) {
      const content = await gather(bytes, countBytes(maxBytes).pass)
      const { sha256, md5 } = hashBytes([content])
      const key = originalKey(sha256)
      const alreadyThere = objects.has(key)
      if (!alreadyThere) objects.set(key, content)
      return { key, size: content.length, sha256, md5, alreadyThere }
    },

    async write(key, bytes) {
      parseKey(key)
      const there = objects.get(key)
      if (there !== undefined) {
        if (bytes instanceof Readable) bytes.destroy()
        return { size: there.length }
      }
      const content = bytes instanceof Readable ? await gather(bytes, countBytes().pass) : Buffer.from(bytes)
      objects.set(key, content)
      return { size: content.length }
    },

    async stat(key) {
      parseKey(key)
      const bytes = objects.get(key)
      return bytes === undefined ? undefined : { size: bytes.length }
    },

    async read(key, range) {
      const bytes = find(key)
      return Readable.from([range === undefined ? bytes : bytes.subarray(range.start, range.end + 1)], {
        objectMode: false,
      })
    },

    async pieces(key, range) {
      return chunksOf(await this.read(key, range))
    },

    async readWhole(key) {
      return find(key)
    },

    async withFile(key, use) {
      const bytes = find(key)
      const folder = await mkdtemp(join(tmpdir(), 'descant-object-'))
      try {
        const path = join(folder, 'object')
        await writeFile(path, bytes, { mode: 0o600 })
        return await use(path)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },

    async handOver() {
      return null
    },

    async delete(key) {
      parseKey(key)
      objects.delete(key)
    },

    async *list(prefix) {
      yield* [...objects.keys()].filter((key) => key.startsWith(prefix)).sort()
    },

    async sweep() {},
  }
}

async function gather(
  bytes: Readable,
  pass: (source: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  await pipeline(bytes, pass, async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) chunks.push(chunk)
  })
  return Buffer.concat(chunks)
}
