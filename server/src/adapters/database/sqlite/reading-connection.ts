import { DatabaseSync } from 'node:sqlite'
import type { Statements } from '../engine.ts'
import { runStatement, StatementCache } from './statement-cache.ts'

export type ReadingConnection = {
  read: Statements
  /**
   * Changes when any other connection has committed, and this one never commits; asking costs a few microseconds.
   * https://sqlite.org/pragma.html#pragma_data_version
   */
  version(): number
  isOpen(): boolean
  close(): void
}

/** A connection that can't write. */
export function openReadingConnection(path: string): ReadingConnection {
  // Not opened read-only: a reader must be able to take up the log that a killed process left.
  const connection = new DatabaseSync(path, { timeout: 5_000 })
  connection.exec('pragma query_only = on; pragma cache_size = -16000; pragma temp_store = memory')
  const statements = new StatementCache((sql) => connection.prepare(sql))
  const version = connection.prepare('pragma data_version')
  return {
    read: { run: async (sql, parameters) => runStatement(statements.get(sql), parameters) },
    version: () => Number(version.get()?.data_version),
    isOpen: () => connection.isOpen,
    close: () => connection.close(),
  }
}
