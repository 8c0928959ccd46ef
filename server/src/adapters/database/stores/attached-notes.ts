import type { Expression, Kysely } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema } from '../library-schema.ts'
import { gathered } from './attached.ts'
import type { CompiledQueries } from './compiled-queries.ts'

export type AttachedNotes = {
  /** Whatever changes what is attached to assets notes it in the same transaction. */
  write(ids: readonly AssetId[]): Promise<void>
  /** The same of so many assets that writing would take long: it is made up for later. */
  clear(ids: Expression<string>): Promise<void>
}

export function attachedNotes(
  db: Kysely<LibrarySchema>,
  dialect: SqlDialect,
  compiled: CompiledQueries,
): AttachedNotes {
  const compile = () =>
    db
      .updateTable('asset as a')
      .set((asset) => ({ attached: gathered(asset, dialect) }))
      .where((asset) => dialect.isAnyOf(asset.ref('a.id'), []))
      .compile()

  return {
    async write(ids) {
      await db.executeQuery(compiled.with('write notes', [dialect.listed(ids)], compile))
    },
    async clear(ids) {
      await db
        .updateTable('asset')
        .set({ attached: null })
        .where((asset) => asset('id', 'in', ids))
        .execute()
    },
  }
}
