import { loadPostgres } from './load-postgres.ts'
import { loadSqlite } from './load-sqlite.ts'

/**
 * Makes the databases anew of what `dumpLines` wrote, whichever product wrote it. Resolves when all of it is durable;
 * when it rejects, PostgreSQL is as before, and files of SQLite may have been begun.
 */
export const loadDump = (
  options: { dataFolder: string } | { url: string },
  parts: Iterable<AsyncIterable<string>>,
): Promise<void> => ('url' in options ? loadPostgres(options.url, parts) : loadSqlite(options.dataFolder, parts))
