import type { Database } from './database.ts'

export type { Database } from './database.ts'

/** Embedded in a folder, or on a PostgreSQL server. Both are made on first use and brought up to date when older. */
export async function openDatabase(options: { dataFolder: string } | { url: string }): Promise<Database> {
  // only the driver that is used is loaded
  const { control, libraries, close } =
    'url' in options
      ? await (await import('./postgres/open-postgres.ts')).openPostgres(options.url)
      : await (await import('./sqlite/open-sqlite.ts')).openSqlite(options.dataFolder)
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
