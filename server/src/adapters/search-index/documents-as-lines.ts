import { createHash } from 'node:crypto'
import type { SearchDocument } from '../../domain/search/search-document.ts'
import { type SnapshotHeader, SnapshotRefused } from '../../domain/search/search-snapshot.ts'

const format = 'descant naive index 1'

/** A line that says what it is, one per document, and one with the hash of all before it. */
export async function* linesOf(documents: readonly SearchDocument[], header: SnapshotHeader) {
  const hash = createHash('sha256')
  const line = (value: unknown): Uint8Array => {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`)
    hash.update(bytes)
    return bytes
  }
  yield line({ format, header, count: documents.length })
  for (const document of documents) yield line(document)
  yield Buffer.from(`${hash.digest('hex')}\n`)
}

export async function readLines(chunks: AsyncIterable<Uint8Array>) {
  const given: Uint8Array[] = []
  for await (const chunk of chunks) given.push(chunk)
  const bytes = Buffer.concat(given)
  const end = bytes.lastIndexOf('\n', bytes.length - 2) + 1
  const hash = createHash('sha256').update(bytes.subarray(0, end)).digest('hex')
  if (end === 0 || bytes.subarray(end).toString() !== `${hash}\n`) {
    throw new SnapshotRefused('The snapshot is damaged or cut short, or is none')
  }
  const lines = bytes.subarray(0, end).toString().trimEnd().split('\n')
  const [first, ...documents] = lines.map((line) => JSON.parse(line))
  if (first?.format !== format) throw new SnapshotRefused('The snapshot has another format')
  return { header: first.header as SnapshotHeader, documents: documents as SearchDocument[] }
}
