import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { RowSink } from './row-sink.ts'

export function sqliteSink(file: string): RowSink {
  const database = new DatabaseSync(file)
  // a generated library that was not finished is thrown away, so nothing need survive a crash
  database.exec(`
    pragma foreign_keys = off; pragma synchronous = off; pragma journal_mode = off; pragma cache_size = -1000000;
    pragma temp_store = memory; pragma locking_mode = exclusive`)
  const indexes = database
    .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
    .all() as { name: string; sql: string }[]
  for (const { name } of indexes) database.exec(`drop index ${name}`)
  database.exec('begin')
  const statements = new Map<string, StatementSync>()

  return {
    put([table, row]) {
      let statement = statements.get(table)
      if (statement === undefined) {
        const columns = Object.keys(row)
        const values = columns.map(() => '?').join(', ')
        statement = database.prepare(`insert into ${table} (${columns.join(', ')}) values (${values})`)
        statements.set(table, statement)
      }
      statement.run(...Object.values(row))
    },
    async pause() {},
    async standAt(change) {
      database.prepare("update counter set value = ? where name = 'change'").run(change)
    },
    async finish() {
      database.exec('commit')
      for (const { sql } of indexes) database.exec(sql)
      database.exec('pragma journal_mode = wal')
      database.close()
    },
  }
}
