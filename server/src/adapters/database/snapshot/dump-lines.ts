import type { SnapshotPart, SnapshotValue } from './snapshot.ts'

/**
 * A part as lines of JSON: first its name and migrations, then for each table a line with its name and columns and a
 * line for each row. The same for both products, so that one can take in what the other wrote.
 */
export async function* dumpLines(part: SnapshotPart): AsyncGenerator<string> {
  yield line({ part: part.name, migrations: part.migrations })
  for (const table of part.tables) {
    yield line({ table: table.name, columns: table.columns })
    for await (const row of part.rows(table)) yield line(row.map(encode))
  }
}

export type DumpHead = { part: string; migrations: string[] }
/** One table, or some more rows of the one before. */
export type DumpPiece = { table: string; columns: string[] } | { rows: SnapshotValue[][] }

const rowsAtATime = 500

/** The other way round; rows come in batches. */
export async function readDump(
  lines: AsyncIterable<string>,
): Promise<{ head: DumpHead; pieces: AsyncGenerator<DumpPiece> }> {
  const reading = lines[Symbol.asyncIterator]()
  const first = await reading.next()
  const head: unknown = first.done ? null : JSON.parse(first.value)
  if (!isHead(head)) throw new Error('This is no dump of a database')
  return { head, pieces: piecesOf(reading) }
}

async function* piecesOf(reading: AsyncIterator<string>): AsyncGenerator<DumpPiece> {
  let rows: SnapshotValue[][] = []
  for (let next = await reading.next(); !next.done; next = await reading.next()) {
    const value = JSON.parse(next.value)
    if (Array.isArray(value)) rows.push(value.map(decode))
    const isFull = rows.length >= rowsAtATime
    if (rows.length > 0 && (isFull || !Array.isArray(value))) {
      yield { rows }
      rows = []
    }
    if (!Array.isArray(value)) yield value
  }
  if (rows.length > 0) yield { rows }
}

const isHead = (value: unknown): value is DumpHead =>
  typeof value === 'object' && value !== null && 'part' in value && 'migrations' in value

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

/** JSON knows no infinite numbers; files state such now and then. */
const encode = (value: SnapshotValue): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value

const decode = (value: SnapshotValue | { number: string }): SnapshotValue =>
  typeof value === 'object' && value !== null ? Number(value.number) : value
