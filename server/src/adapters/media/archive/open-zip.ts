import { type Entry, openPromise } from 'yauzl'
import { UnsoundFile } from '../../../domain/ports/media-tools.ts'

export type Zip = {
  /** In the order of the archive. */
  names: readonly string[]
  /** At most `maxBytes` of an entry; what is longer is cut off. `undefined`: no such entry, or not to be read. */
  read(name: string, maxBytes: number): Promise<Buffer | undefined>
}

/** No document has more parts; an archive of millions is there to keep us busy. */
const mostEntries = 50_000

/** A ZIP file, for as long as `use` runs. Nothing in it is taken at its word: neither names nor sizes. */
export async function withZip<T>(path: string, use: (zip: Zip) => Promise<T>): Promise<T> {
  const file = await openPromise(path, { autoClose: false, lazyEntries: true }).catch(broken)
  try {
    const entries = new Map<string, Entry>()
    try {
      for await (const entry of file.eachEntry()) {
        if (entries.size >= mostEntries) throw new UnsoundFile(`It has more than ${mostEntries} parts`)
        entries.set(entry.fileName, entry)
      }
    } catch (error) {
      return broken(error)
    }
    return await use({
      names: [...entries.keys()],
      async read(name, maxBytes) {
        const entry = entries.get(name)
        if (!entry?.canDecodeFileData()) return undefined
        return await startOf(await file.openReadStreamPromise(entry), maxBytes).catch(broken)
      },
    })
  } finally {
    file.close()
  }
}

async function startOf(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(chunk.subarray(0, maxBytes - length))
    length += chunk.length
    if (length >= maxBytes) break // ends the stream too
  }
  return Buffer.concat(chunks)
}

function broken(cause: unknown): never {
  if (cause instanceof UnsoundFile) throw cause
  throw new UnsoundFile('The file is damaged or incomplete', { cause })
}
