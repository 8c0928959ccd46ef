import type { AccountId } from '../../../domain/account/account.ts'
import type { SearchedLibrary } from '../../../domain/search/searched-library.ts'
import { postgresDialect } from '../dialects/postgres.ts'
import { type LibraryReader, searchedLibrary } from '../searched-library.ts'
import { openReadingPool, runOn } from './pools.ts'
import { librarySchema } from './schema-names.ts'

// One for the changes of a library that is searched, one for another that is being loaded.
const connections = 2

export function readPostgres(url: string): LibraryReader {
  const pool = openReadingPool(url, connections)
  const opened = new Map<AccountId, SearchedLibrary>()

  return {
    async of(account) {
      const library =
        opened.get(account) ??
        searchedLibrary(account, {
          dialect: postgresDialect,
          schema: librarySchema(account),
          read: { run: (sql, parameters) => runOn(pool, sql, parameters) },
          stamp: () => null,
        })
      opened.set(account, library)
      return library
    },
    close: () => pool.end(),
  }
}
