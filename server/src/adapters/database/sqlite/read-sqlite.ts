import { join } from 'node:path'
import type { AccountId } from '../../../domain/account/account.ts'
import type { SearchedLibrary } from '../../../domain/search/searched-library.ts'
import { sqliteDialect } from '../dialects/sqlite.ts'
import { type LibraryReader, searchedLibrary } from '../searched-library.ts'
import { libraryFile } from './database-files.ts'
import { openReadingConnection, type ReadingConnection } from './reading-connection.ts'

/** One more reading connection to each library's file. */
export function readSqlite(dataFolder: string): LibraryReader {
  const opened = new Map<AccountId, { library: SearchedLibrary; connection: ReadingConnection }>()

  function open(account: AccountId) {
    const connection = openReadingConnection(join(dataFolder, libraryFile(account)))
    const { read, version: stamp } = connection
    const library = searchedLibrary(account, { dialect: sqliteDialect, schema: null, read, stamp })
    opened.set(account, { library, connection })
    return library
  }

  return {
    of: async (account) => opened.get(account)?.library ?? open(account),
    async close() {
      for (const { connection } of opened.values()) connection.close()
      opened.clear()
    },
  }
}
