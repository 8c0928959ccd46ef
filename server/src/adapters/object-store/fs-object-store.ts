import { randomBytes } from 'node:crypto'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ObjectKey, ObjectNotFound, type ObjectStore, originalKey } from '../../domain/ports/object-store.ts'
import { durableFolders, syncFolder } from './durable-folders.ts'
import { listFolderKeys } from './list-folder-keys.ts'
import { objectPath } from './object-path.ts'
import { readPieces } from './read-pieces.ts'
import { newFile, writeMeasured } from './write-measured.ts'

const mebibyte = 1024 * 1024

/**
 * Objects as files: `originals/ab/cd/<sha256>` and `renditions/ab/cd/<sha256>/<name>`, written in `tmp/` and renamed.
 * `proxyPath`: what the server in front calls this folder, ending with a slash.
 */
export function fsObjectStore(folder: string, { proxyPath }: { proxyPath?: string } = {}): ObjectStore {
  const temporary = join(folder, 'tmp')
  const makeFolder = durableFolders(folder)
  const pathOf = (key: ObjectKey) => objectPath(folder, key)

  return {
    async writeOriginal(bytes, { maxBytes } = {}) {
      return await throughTemporaryFile(async (path) => {
        const { size, sha256, md5 } = await writeMeasured(bytes, newFile(path, { flush: true }), maxBytes)
        const key = originalKey(sha256)
        const alreadyThere = await moveInto(path, pathOf(key), size)
        return { key, size, sha256, md5, alreadyThere }
      })
    },

    async write(key, bytes) {
      const target = pathOf(key)
      const there = await sizeOf(target)
      if (there !== undefined) {
        if (bytes instanceof Readable) bytes.destroy()
        await syncFolder(dirname(target))
        return { size: there }
      }
      return await throughTemporaryFile(async (path) => {
        await pipeline(bytes instanceof Readable ? bytes : Readable.from([bytes]), newFile(path, { flush: true }))
        const { size } = await stat(path)
        await moveInto(path, target, size)
        return { size }
      })
    },

    async stat(key) {
      const size = await sizeOf(pathOf(key))
      return size === undefined ? undefined : { size }
    },

    async read(key, range) {
      const handle = await open(pathOf(key), 'r').catch(notFound(key))
      return handle.createReadStream({ highWaterMark: mebibyte, ...range })
    },

    async pieces(key, range) {
      return await readPieces(pathOf(key), range).catch(notFound(key))
    },

    async readWhole(key) {
      return await readFile(pathOf(key)).catch(notFound(key))
    },

    async withFile(key, use) {
      const path = pathOf(key)
      await access(path).catch(notFound(key))
      return await use(path)
    },

    async handOver(key) {
      return proxyPath === undefined ? null : { to: 'proxy', path: objectPath(proxyPath, key) }
    },

    async delete(key) {
      await rm(pathOf(key), { force: true })
    },

    list: (prefix) => listFolderKeys(folder, prefix),

    async sweep(olderThanMs) {
      await throughTemporaryFile(async (probe) => {
        // The file system's own clock judges its own times; on a network drive it may differ from ours.
        await (await open(probe, 'wx', 0o600)).close()
        const { mtimeMs: now } = await stat(probe)
        for (const name of await readdir(temporary)) {
          const path = join(temporary, name)
          const found = await stat(path).catch(() => undefined) // renamed or removed meanwhile: not a leftover
          if (found !== undefined && now - found.mtimeMs > olderThanMs) await rm(path, { force: true })
        }
      })
    },
  }

  async function throughTemporaryFile<T>(use: (path: string) => Promise<T>): Promise<T> {
    await mkdir(temporary, { recursive: true, mode: 0o700 })
    const path = join(temporary, randomBytes(16).toString('hex'))
    try {
      return await use(path)
    } finally {
      await rm(path, { force: true })
    }
  }

  /** Answers whether the same bytes were there already. A torn older copy, by its size, is replaced. */
  async function moveInto(from: string, target: string, size: number): Promise<boolean> {
    await makeFolder(dirname(target))
    const alreadyThere = (await sizeOf(target)) === size
    if (!alreadyThere) await rename(from, target)
    await syncFolder(dirname(target))
    return alreadyThere
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

const notFound = (key: ObjectKey) => (error: unknown) => {
  throw isMissing(error) ? new ObjectNotFound(key) : error
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'
