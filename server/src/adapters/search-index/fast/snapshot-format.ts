import { crc32 } from 'node:zlib'
import { type SnapshotHeader, SnapshotRefused } from '../../../domain/search/search-snapshot.ts'
import type { Saved, Section, Sections } from './snapshot-sections.ts'

/** Raised whenever anything in what is written changes its meaning. */
const version = 7
const magic = 'descant-index\n'
const chunkBytes = 4 << 20

type Head = { header: SnapshotHeader; sections: { name: string; bytes: number }[] }

/**
 * The magic, the version, the byte order and the length of a head in JSON with its checksum; the head; the sections one
 * after the other; the checksum of everything before it. Numbers are as the machine has them, which the head's place
 * tells.
 */
export async function* chunksOf(
  sections: Sections,
  header: SnapshotHeader,
  { check, end }: { check: () => void; end: () => void },
): AsyncGenerator<Uint8Array> {
  try {
    const names = sections.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength }))
    const head = Buffer.from(JSON.stringify({ header, sections: names } satisfies Head))
    const numbers = new Uint32Array([version, 0x01020304, head.byteLength, crc32(head)])
    let sum = 0
    const pieces: Section['bytes'][] = [Buffer.from(magic), new Uint8Array(numbers.buffer), head]
    for (const piece of [...pieces, ...sections.map(({ bytes }) => bytes)]) {
      for (let from = 0; from < piece.byteLength; from += chunkBytes) {
        check()
        // a copy: what is written must be what was summed up, and some of it has places that are filled meanwhile
        const chunk = piece.slice(from, from + chunkBytes)
        sum = crc32(chunk, sum)
        yield chunk
      }
    }
    check()
    yield new Uint8Array(new Uint32Array([sum]).buffer)
  } finally {
    end()
  }
}

/** Rejects with SnapshotRefused unless every byte is as it was written. */
export async function readChunks(chunks: AsyncIterable<Uint8Array>): Promise<{ header: SnapshotHeader; saved: Saved }> {
  const reader = new ChunkReader(chunks)
  try {
    const start = Buffer.from(await reader.take(magic.length)).toString()
    if (start !== magic) throw new SnapshotRefused('The file is no snapshot of a search index')
    const [written, order, length, headSum] = new Uint32Array((await reader.take(16)).buffer as ArrayBuffer)
    if (order !== 0x01020304 || written !== version) {
      throw new SnapshotRefused(`The snapshot has format ${written}, and this version reads ${version}`)
    }
    if (length === undefined || length > 1 << 28) throw new SnapshotRefused('The snapshot is damaged')
    const headBytes = await reader.take(length)
    if (crc32(headBytes) !== headSum) throw new SnapshotRefused('The head of the snapshot is damaged')
    const head = JSON.parse(Buffer.from(headBytes).toString()) as Head

    const saved = new Map<string, Uint8Array>()
    for (const { name, bytes } of head.sections) saved.set(name, await reader.take(bytes, bytes >>> 4))
    const sum = reader.sum
    const [expected] = new Uint32Array((await reader.take(4)).buffer as ArrayBuffer)
    if (expected !== sum) throw new SnapshotRefused('The snapshot is damaged: its checksum is another one')
    if (!(await reader.isAtEnd())) throw new SnapshotRefused('The snapshot goes on after its end')
    return { header: head.header, saved }
  } finally {
    await reader.close()
  }
}

/** Pieces of any length out of chunks of any length, summed up on the way. */
class ChunkReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #chunk: Uint8Array = new Uint8Array(0)
  sum = 0

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** Into memory of its own, with some room behind it, which costs nothing before it is written to. */
  async take(length: number, room = 0): Promise<Uint8Array> {
    const piece = new Uint8Array(new ArrayBuffer(length + room), 0, length)
    for (let filled = 0; filled < length; ) {
      if (this.#chunk.byteLength === 0 && !(await this.#next())) {
        throw new SnapshotRefused('The snapshot is cut short')
      }
      const part = this.#chunk.subarray(0, length - filled)
      piece.set(part, filled)
      this.sum = crc32(part, this.sum)
      filled += part.byteLength
      this.#chunk = this.#chunk.subarray(part.byteLength)
    }
    return piece
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#chunk.byteLength === 0) if (!(await this.#next())) return true
    return false
  }

  async close(): Promise<void> {
    await this.#chunks.return?.()
  }

  async #next(): Promise<boolean> {
    const { value, done } = await this.#chunks.next()
    if (done) return false
    this.#chunk = value
    return true
  }
}
