import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { migrationTable, noteMigration } from '../migrate.ts'
import { controlFile, libraryFile } from '../sqlite/database-files.ts'
import { type DumpPiece, readDump } from './dump-lines.ts'
import { migrationsOf } from './dump-migrations.ts'
import { controlPart } from './snapshot.ts'
import { quoted } from './statement-reader.ts'

/** One file per part, in a folder that has none yet. Each is whole and on the disk when this resolves, or not there as a database. */
export async function loadSqlite(dataFolder: string, parts: Iterable<AsyncIterable<string>>): Promise<void> {
  for (const lines of parts) {
    const { head, pieces } = await readDump(lines)
    const path = join(dataFolder, head.part === controlPart ? controlFile : libraryFile(head.part))
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await (await open(path, 'wx', 0o600)).close()
    const connection = new DatabaseSync(path)
    try {
      // Rows come table by table, whatever refers to what; their places are checked when all are there.
      connection.exec('pragma foreign_keys = off; pragma synchronous = full; begin')
      connection.exec(migrationTable)
      for (const { name, sql } of await migrationsOf(head)) connection.exec(`${sql}; ${noteMigration(name)}`)
      emptyTables(connection)
      await insertAll(connection, pieces)
      refuseDangling(connection, head.part)
      connection.exec('commit')
    } finally {
      connection.close()
    }
  }
}

/** Some migrations write rows; the dump has them as they became. */
function emptyTables(connection: DatabaseSync): void {
  const tables = connection.prepare("select name from sqlite_master where type = 'table' and name != 'migration'").all()
  for (const { name } of tables) connection.exec(`delete from ${quoted(String(name))}`)
}

async function insertAll(connection: DatabaseSync, pieces: AsyncIterable<DumpPiece>): Promise<void> {
  let insert: StatementSync | undefined
  for await (const piece of pieces) {
    if ('table' in piece) {
      const places = piece.columns.map(() => '?').join(', ')
      insert = connection.prepare(
        `insert into ${quoted(piece.table)} (${piece.columns.map(quoted).join(', ')}) values (${places})`,
      )
    } else for (const row of piece.rows) insert?.run(...(row as SQLInputValue[]))
  }
}

function refuseDangling(connection: DatabaseSync, part: string): void {
  const [dangling] = connection.prepare('pragma foreign_key_check').all()
  if (dangling)
    throw new Error(`A row of ${dangling.table} in ${part} refers to one in ${dangling.parent} that is not there`)
}
