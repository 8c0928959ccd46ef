import type { Expression, Kysely } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema } from '../library-schema.ts'
import { gathered, gatheredVersion, type OfAsset } from './attached.ts'
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
  const compile = (version: (asset: OfAsset) => Expression<string | null>) =>
    db
      .updateTable('asset as a')
      .set((asset) => ({ attached: gathered(asset, dialect), current_version: version(asset) }))
      .where((asset) => dialect.isAnyOf(asset.ref('a.id'), []))
      .compile()
  const anew = (asset: OfAsset) => gatheredVersion(asset, dialect)
  const asNoted = (asset: OfAsset) => asset.fn.coalesce('a.current_version', anew(asset))

  return {
    async write(ids) {
      await db.executeQuery(compiled.with('write notes', [dialect.listed(ids)], () => compile(asNoted)))
    },
    async writeAll(ids) {
      await db.executeQuery(compiled.with('write all notes', [dialect.listed(ids)], () => compile(anew)))
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
