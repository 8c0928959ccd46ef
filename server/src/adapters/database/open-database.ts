import type { Database } from './database.ts'
import { openPostgres } from './postgres/open-postgres.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'

export type { Database } from './database.ts'

/** Embedded in a folder, or on a PostgreSQL server. Both are made on first use and brought up to date when older. */
export async function openDatabase(options: { dataFolder: string } | { url: string }): Promise<Database> {
  const { control, libraries, close } = await ('url' in options
    ? openPostgres(options.url)
    : openSqlite(options.dataFolder))
  let closing: Promise<void> | undefined
  return {
    control,
    libraries,
    close() {
      closing ??= close()
      return closing
    },
  }
}
