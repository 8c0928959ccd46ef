import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { extract, type Header } from 'tar-stream'
import { Invalid } from '../../domain/domain-error.ts'
import { type ArchiveHead, headEntry, type ManifestLine, manifestEntry } from './archive-format.ts'

type Entry = AsyncIterable<Uint8Array> & { header: Header }

export type ArchiveEntry = { name: string; size: number; bytes: AsyncIterable<Uint8Array> }

/** A backup from its beginning to its end; each entry is read before the next is asked for. */
export type ArchiveReader = {
  head: ArchiveHead
  /** All between the head and the manifest. Rejects after the last where the manifest says otherwise. */
  entries(seenPath: string): AsyncGenerator<ArchiveEntry>
  close(): void
}

/** Rejects with `Invalid` where this is no backup, or not one that this program reads. */
export async function readArchive(path: string): Promise<ArchiveReader> {
  const file = await open(path)
  const tar = extract()
  const feeding = pipeline(createReadStream('', { fd: file, highWaterMark: 1024 * 1024 }), tar)
  feeding.catch(() => {}) // the entry that is being read rejects with the same
  const reading = (tar as unknown as AsyncIterable<Entry>)[Symbol.asyncIterator]()
  const close = () => void tar.destroy()
  try {
    const headHash = createHash('sha256')
    const { head, size } = await readHead(path, await reading.next().catch(notOurs(path)), headHash)
    const first: ManifestLine = { name: headEntry, size, sha256: headHash.digest('hex') }
    return { head, close, entries: (seenPath) => checkedEntries(path, reading, first, seenPath) }
  } catch (error) {
    close()
    throw error
  }
}

async function readHead(path: string, next: IteratorResult<Entry>, hash: ReturnType<typeof createHash>) {
  const entry = next.done ? undefined : next.value
  if (entry?.header.name !== headEntry) throw notOurs(path)()
  const head = (await json(observed(path, entry, hash)).catch(notOurs(path))) as ArchiveHead
  if (head.format !== 1) throw new Invalid(`${path} was made by a newer version of this program`)
  return { head, size: entry.header.size }
}

const notOurs = (path: string) => (): never => {
  throw new Invalid(`${path} is not a backup of Descant, or it is damaged`)
}

async function* checkedEntries(
  path: string,
  reading: AsyncIterator<Entry>,
  first: ManifestLine,
  seenPath: string,
): AsyncGenerator<ArchiveEntry> {
  const seen = await open(seenPath, 'w+', 0o600)
  const note = async (line: object) => void (await seen.write(`${JSON.stringify(line)}\n`))
  try {
    await note(first)
    for (let entries = 1; ; entries += 1) {
      const next = await reading.next().catch((error) => broken(path, error))
      if (next.done) throw new Invalid(`${path} is not whole: its manifest is missing`)
      const { name, size } = next.value.header
      if (name === manifestEntry) {
        await note({ entries })
        await compare(
          path,
          observed(path, next.value, createHash('sha256')),
          seen.createReadStream({ start: 0, autoClose: false }),
        )
        return
      }
      const hash = createHash('sha256')
      yield { name, size, bytes: observed(path, next.value, hash) }
      await note({ name, size, sha256: hash.digest('hex') } satisfies ManifestLine)
    }
  } finally {
    await seen.close()
  }
}

async function* observed(path: string, bytes: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  try {
    for await (const chunk of bytes) {
      hash.update(chunk)
      yield chunk
    }
  } catch (error) {
    broken(path, error)
  }
}

function broken(path: string, error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error)
  throw new Invalid(`${path} ends before its end or is damaged: ${reason}`)
}

/** What was read against what the manifest says was written. */
async function compare(path: string, manifest: AsyncIterable<Uint8Array>, seen: AsyncIterable<Uint8Array>) {
  const theirs = linesOf(manifest)
  for await (const line of linesOf(seen)) {
    const { value, done } = await theirs.next()
    if (done || value !== line) throw new Invalid(`${path} is damaged: ${nameIn(line)} is not what its manifest says`)
  }
  if (!(await theirs.next()).done) throw new Invalid(`${path} is damaged: its manifest names more than there is`)
}

const nameIn = (line: string): string => (JSON.parse(line) as Partial<ManifestLine>).name ?? 'the number of its entries'

export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
