import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { controlFile, libraryFile } from '../sqlite/database-files.ts'
import {
  controlPart,
  type DatabaseSnapshot,
  type SnapshotPart,
  type SnapshotTable,
  type SnapshotValue,
} from './snapshot.ts'
import { quoted, readPart, type StatementReader } from './statement-reader.ts'

/**
 * Each file as it stood when its reading transaction began, the control's first: an account added meanwhile is left
 * out, and no library is older than what the control says of it. `undefined`: there is no database in the folder.
 */
export async function sqliteSnapshot(dataFolder: string): Promise<DatabaseSnapshot | undefined> {
  const control = join(dataFolder, controlFile)
  if (!existsSync(control)) return undefined
  const opened: DatabaseSync[] = []
  const begin = (path: string): StatementReader => {
    const connection = new DatabaseSync(path, { timeout: 5_000 })
    opened.push(connection)
    // The transaction's first reading is what it stands at.
    connection.exec('pragma query_only = on; begin; select count(*) from sqlite_master')
    return sqliteReader(connection)
  }
  const close = async () => {
    for (const connection of opened) connection.close()
  }

  try {
    const reader = begin(control)
    const parts: SnapshotPart[] = [await readPart(controlPart, reader)]
    const libraries: { id: string; reader: StatementReader }[] = []
    for await (const [account] of reader.select('select id from account order by id')) {
      const path = join(dataFolder, libraryFile(String(account)))
      // An account has no library before its first use.
      if (existsSync(path)) libraries.push({ id: String(account), reader: begin(path) })
    }
    for (const library of libraries) parts.push(await readPart(library.id, library.reader))
    return { product: 'sqlite', parts, close }
  } catch (error) {
    await close()
    throw error
  }
}

function sqliteReader(connection: DatabaseSync): StatementReader {
  const columnsOf = connection.prepare('select name from pragma_table_info(?) order by cid')
  return {
    async *select(sql) {
      const statement = connection.prepare(sql)
      statement.setReturnArrays(true)
      for (const row of statement.iterate()) yield row as unknown as SnapshotValue[]
    },
    async tables() {
      const names = connection
        .prepare(
          "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
        )
        .all() as { name: string }[]
      return names.map(({ name }): SnapshotTable => {
        const columns = columnsOf.all(name) as { name: string }[]
        return { name, columns: columns.map((column) => column.name) }
      })
    },
    nameOf: quoted,
    async faults(quick) {
      const found = connection.prepare(quick ? 'pragma quick_check' : 'pragma integrity_check').all()
      const dangling = connection.prepare('pragma foreign_key_check').all()
      return [
        ...found.map((row) => String(Object.values(row)[0])).filter((words) => words !== 'ok'),
        ...dangling.map(
          ({ table, rowid, parent }) => `row ${rowid} of ${table} refers to ${parent}, and to nothing there`,
        ),
      ]
    },
  }
}
