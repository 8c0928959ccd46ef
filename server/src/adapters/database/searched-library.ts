import type { AccountId } from '../../domain/account/account.ts'
import type { SearchedLibrary } from '../../domain/search/searched-library.ts'
import type { SqlDialect } from './dialects/sql-dialect.ts'
import type { Engine, Statements } from './engine.ts'
import type { LibrarySchema } from './library-schema.ts'
import { queriesOver } from './queries-over.ts'
import { assetStore } from './stores/asset-store.ts'
import { changeLog } from './stores/change-log.ts'
import { CompiledQueries } from './stores/compiled-queries.ts'

/** Reads libraries that are there, over connections of its own; for a thread beside the one that has the database. */
export type LibraryReader = {
  /** The same handle for the same account. */
  of(account: AccountId): Promise<SearchedLibrary>
  close(): Promise<void>
}

/** The two stores an index is made from, over statements that only read. */
export function searchedLibrary(
  accountId: AccountId,
  { read, stamp, ...engine }: Pick<Engine, 'schema' | 'stamp'> & { dialect: SqlDialect; read: Statements },
): SearchedLibrary {
  const db = queriesOver<LibrarySchema>(engine, read)
  const unused = { change: 0, job: 0 } // nothing is written here
  const assets = assetStore(db, engine.dialect, new CompiledQueries())
  return { accountId, stamp, read: { assets, changes: changeLog(db, unused) } }
}
