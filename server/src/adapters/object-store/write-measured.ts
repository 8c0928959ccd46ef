import { createWriteStream, type WriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { countBytes } from './count-bytes.ts'
import { hashBytes } from './hashing/hash-bytes.ts'
import { hashGrowingFile } from './hashing/hash-growing-file.ts'
import type { Hashes } from './hashing/hash-protocol.ts'

const mebibyte = 1024 * 1024
/** What is no larger is hashed sooner than another thread hears of it. */
const small = 256 * 1024

/** Nobody else may read it. `flush`: it is on the disk before it closes. */
export const newFile = (path: string, { flush = false } = {}): WriteStream =>
  createWriteStream(path, { flags: 'wx', mode: 0o600, highWaterMark: mebibyte, flush })

/** Writes a file, and tells its length in bytes and its hashes. Rejects with `TooManyBytes`. */
export async function writeMeasured(
  bytes: Readable,
  file: WriteStream,
  maxBytes?: number,
): Promise<Hashes & { size: number }> {
  const count = countBytes(maxBytes)
  const hashing = hashGrowingFile(String(file.path))
  let whole: Uint8Array[] | null = []
  let told = 0

  async function* follow(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      if (count.size() > small) whole = null
      whole?.push(chunk)
      if (file.bytesWritten - told >= mebibyte) {
        told = file.bytesWritten
        hashing.grownTo(told)
      }
      yield chunk
    }
  }

  try {
    await pipeline(bytes, count.pass, follow, file)
    const size = count.size()
    return { size, ...(whole === null ? await hashing.ended(size) : hashBytes(whole)) }
  } finally {
    hashing.drop()
  }
}
