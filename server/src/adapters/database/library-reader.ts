import type { LibraryReader } from './searched-library.ts'

/** No connection is opened before the first library is asked for. */
export async function openLibraryReader(options: { dataFolder: string } | { url: string }): Promise<LibraryReader> {
  return 'url' in options
    ? (await import('./postgres/read-postgres.ts')).readPostgres(options.url)
    : (await import('./sqlite/read-sqlite.ts')).readSqlite(options.dataFolder)
}
