import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type Sums = { size: number; md5: string; sha256: string }

/** A file being put together. */
export type Incoming = {
  write(chunk: Uint8Array): Promise<void>
  /** Makes what was written durable, and says what it is. The file may be taken up again later. */
  end(): Promise<Sums>
}

/** The library's bytes on disk. A file is there whole or not at all. */
export type FileStore = {
  root: string
  /** Bytes there of a file being put together; 0 when there are none. */
  partSize(part: string): Promise<number>
  /** Goes on after the first `from` bytes of what is there. */
  openPart(part: string, from: number): Promise<Incoming>
  discardPart(part: string): Promise<void>
  /** Gives the finished part its place; durable when it resolves. A file there already is replaced. */
  keepPart(part: string, key: string): Promise<void>
  /** A small file at once, durable when it resolves. */
  put(key: string, bytes: Uint8Array): Promise<void>
  read(key: string): Promise<Uint8Array | null>
  remove(key: string): Promise<void>
  /** Deletes whatever is neither in use nor a part worth going on with; what a kill leaves behind. */
  sweep(inUse: Set<string>, parts: Set<string>): Promise<number>
}

const incoming = 'incoming'

export async function openFileStore(root: string): Promise<FileStore> {
  await mkdir(join(root, incoming), { recursive: true, mode: 0o700 })
  const partPath = (part: string) => join(root, incoming, part)
  const path = (key: string) => join(root, key)

  async function settle(from: string, key: string): Promise<void> {
    await mkdir(dirname(path(key)), { recursive: true, mode: 0o700 })
    await rename(from, path(key))
    await syncFolder(dirname(path(key)))
    await syncFolder(root)
  }

  return {
    root,
    partSize: async (part) => (await stat(partPath(part)).catch(ignoreMissing))?.size ?? 0,
    openPart: (part, from) => openIncoming(partPath(part), from),
    discardPart: async (part) => void (await unlink(partPath(part)).catch(ignoreMissing)),
    keepPart: (part, key) => settle(partPath(part), key),
    async put(key, bytes) {
      const draft = partPath(`${key.replaceAll('/', '-')}.part`)
      const file = await open(draft, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await settle(draft, key)
    },
    read: async (key) => (await readFile(path(key)).catch(ignoreMissing)) ?? null,
    remove: async (key) => void (await unlink(path(key)).catch(ignoreMissing)),
    async sweep(inUse, parts) {
      const found = await readdir(root, { recursive: true, withFileTypes: true })
      const names = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
      const kept = new Set([...[...inUse].map(path), ...[...parts].map(partPath)])
      const leftovers = names.filter((name) => !kept.has(name))
      for (const name of leftovers) await unlink(name).catch(ignoreMissing)
      return leftovers.length
    },
  }
}

async function openIncoming(path: string, from: number): Promise<Incoming> {
  const file = await open(path, from === 0 ? 'w' : 'r+', 0o600)
  const [md5, sha256] = [createHash('md5'), createHash('sha256')]
  let size = from
  try {
    await file.truncate(from)
    for await (const chunk of firstBytes(path, from)) {
      md5.update(chunk)
      sha256.update(chunk)
    }
  } catch (error) {
    await file.close()
    throw error
  }
  return {
    async write(chunk) {
      await writeAll(file, chunk, size)
      md5.update(chunk)
      sha256.update(chunk)
      size += chunk.length
    },
    async end() {
      try {
        await file.sync()
      } finally {
        await file.close()
      }
      return { size, md5: md5.digest('hex'), sha256: sha256.digest('hex') }
    },
  }
}

const firstBytes = (path: string, length: number): AsyncIterable<Uint8Array> | Uint8Array[] =>
  length === 0 ? [] : createReadStream(path, { end: length - 1, highWaterMark: 1024 * 1024 })

/** A disk may take less than it is given. */
async function writeAll(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, done, chunk.length - done, position + done)
    done += bytesWritten
  }
}

/** A new name is on the disk once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
