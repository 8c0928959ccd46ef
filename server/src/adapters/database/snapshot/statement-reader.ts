import type { NamingRow, SnapshotPart, SnapshotTable, SnapshotValue } from './snapshot.ts'

/** One database at one moment, as the products read it. */
export interface StatementReader {
  /** Rows as lists, in the order of the columns asked for. */
  select(sql: string): AsyncIterable<readonly SnapshotValue[]>
  /** Every table with its columns, by name. */
  tables(): Promise<SnapshotTable[]>
  /** As it stands in a statement. */
  nameOf(table: string): string
  faults(quick: boolean): Promise<string[]>
}

/** What is asked of a snapshot is the same SQL on both, and needs no list of our tables. */
export async function readPart(name: string, reader: StatementReader): Promise<SnapshotPart> {
  const all = await reader.tables()
  const migrations = await listOf(reader.select(`select name from ${reader.nameOf('migration')} order by name`))
  const naming = all.filter(({ columns }) => namingColumns.every((column) => columns.includes(column)))

  return {
    name,
    migrations: migrations.map(([migration]) => String(migration)),
    tables: all.filter((table) => table.name !== 'migration'),
    rows: ({ name: table, columns }) =>
      reader.select(`select ${columns.map(quoted).join(', ')} from ${reader.nameOf(table)}`),
    faults: reader.faults,
    async *namingRows() {
      if (naming.length === 0) return
      const each = naming.map(
        ({ name: table }) => `select '${table}' as t, object, size, sha256, md5 from ${reader.nameOf(table)}`,
      )
      for await (const row of reader.select(`${each.join(' union all ')} order by object, t`)) yield namingRow(row)
    },
  }
}

/** A table with these columns names objects: the convention by which a new one is found without being listed. */
const namingColumns = ['object', 'size', 'sha256', 'md5']

const namingRow = ([table, object, size, sha256, md5]: readonly SnapshotValue[]): NamingRow => ({
  table: String(table),
  object: String(object),
  size: Number(size),
  sha256: String(sha256),
  md5: String(md5),
})

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
