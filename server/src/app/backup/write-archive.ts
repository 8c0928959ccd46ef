import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import { type ManifestLine, manifestEntry } from './archive-format.ts'

const mebibyte = 1024 * 1024

/** A tar file that is being written, one entry after another, with its manifest growing beside it. */
export type ArchiveWriter = {
  /** `size` bytes, no more and no less. Answers their SHA-256. */
  add(name: string, size: number, bytes: AsyncIterable<Uint8Array>): Promise<string>
  addFile(name: string, path: string): Promise<void>
  addText(name: string, text: string): Promise<void>
  /** Adds the manifest; resolves when every byte is on the disk. */
  finish(): Promise<void>
  /** Lets go of the file, whole or not. */
  abandon(): Promise<void>
}

export async function writeArchive(path: string, manifestPath: string): Promise<ArchiveWriter> {
  const tar = pack()
  const written = pipeline(
    tar,
    createWriteStream(path, { flags: 'w', mode: 0o600, flush: true, highWaterMark: mebibyte }),
  )
  // A full disk ends the entry that is under way, which waits for nobody else.
  const broken = written.then(() => new Promise<never>(() => {}))
  broken.catch(() => {})
  const manifest = await open(manifestPath, 'w', 0o600)
  let entries = 0

  async function put(name: string, size: number, bytes: AsyncIterable<Uint8Array>): Promise<string> {
    const hash = createHash('sha256')
    async function* hashed() {
      for await (const chunk of bytes) {
        hash.update(chunk)
        yield chunk
      }
    }
    await Promise.race([pipeline(hashed, tar.entry({ name, size, mode: 0o600 })), broken])
    return hash.digest('hex')
  }

  async function add(name: string, size: number, bytes: AsyncIterable<Uint8Array>): Promise<string> {
    const sha256 = await put(name, size, bytes)
    await manifest.write(`${JSON.stringify({ name, size, sha256 } satisfies ManifestLine)}\n`)
    entries += 1
    return sha256
  }

  return {
    add,
    async addFile(name, file) {
      const { size } = await stat(file)
      await add(name, size, createReadStream(file, { highWaterMark: mebibyte }))
    },
    async addText(name, text) {
      const bytes = Buffer.from(text)
      await add(name, bytes.length, Readable.from([bytes]))
    },
    async finish() {
      await manifest.write(`${JSON.stringify({ entries })}\n`)
      const { size } = await stat(manifestPath)
      await put(manifestEntry, size, createReadStream(manifestPath, { highWaterMark: mebibyte }))
      tar.finalize()
      await written
    },
    async abandon() {
      tar.destroy()
      await written.catch(() => {})
      await manifest.close()
    },
  }
}
