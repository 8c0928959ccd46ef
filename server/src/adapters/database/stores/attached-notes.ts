import type { Expression, Kysely } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema } from '../library-schema.ts'
import { gathered, gatheredVersion } from './attached.ts'
import type { CompiledQueries } from './compiled-queries.ts'

export type AttachedNotes = {
  /** Whatever changes what is attached to assets notes it in the same transaction. */
  write(ids: readonly AssetId[]): Promise<void>
  /** The same, and what lists show of their current versions. */
  writeAll(ids: readonly AssetId[]): Promise<void>
  /** Of so many assets that writing would take long, what is attached alone: it is made up for later. */
  clear(ids: Expression<string>): Promise<void>
}

export function attachedNotes(
  db: Kysely<LibrarySchema>,
  dialect: SqlDialect,
  compiled: CompiledQueries,
): AttachedNotes {
  const withAttached = () =>
    db
      .updateTable('asset as a')
      .where((asset) => dialect.isAnyOf(asset.ref('a.id'), []))
      .set((asset) => ({ attached: gathered(asset, dialect) }))
  const withAll = () => withAttached().set((asset) => ({ current_version: gatheredVersion(asset, dialect) }))

  return {
    async write(ids) {
      await db.executeQuery(compiled.with('write notes', [dialect.listed(ids)], () => withAttached().compile()))
    },
    async writeAll(ids) {
      await db.executeQuery(compiled.with('write all notes', [dialect.listed(ids)], () => withAll().compile()))
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
