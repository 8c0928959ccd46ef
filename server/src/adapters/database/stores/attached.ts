import { type Expression, type ExpressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Asset, AssetId } from '../../../domain/asset/asset.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema } from '../library-schema.ts'
import type { CompiledQueries } from './compiled-queries.ts'

/** What other tables attach to an asset. Its own row repeats it as JSON, so that a page of assets is read quickly. */
export type Attached = Pick<Asset, 'tags' | 'keywords' | 'albumIds' | 'customValues'>

type OfAsset = ExpressionBuilder<LibrarySchema & { a: LibrarySchema['asset'] }, 'a'>

/** The JSON of `Attached`, gathered from the tables. */
export function gathered(asset: OfAsset, { jsonList, jsonObject }: SqlDialect): RawBuilder<string> {
  const tags = asset
    .selectFrom('asset_tag as t')
    .select((t) => jsonList(t.ref('t.tag'), t.ref('t.position')).as('list'))
    .whereRef('t.asset_id', '=', 'a.id')
  const keywords = asset
    .selectFrom('asset_keyword as ak')
    .innerJoin('keyword as k', 'k.id', 'ak.keyword_id')
    .select((k) => jsonList(k.ref('k.name'), k.ref('k.name_folded')).as('list'))
    .whereRef('ak.asset_id', '=', 'a.id')
  const albums = asset
    .selectFrom('asset_album as m')
    .select((m) => jsonList(m.ref('m.album_id'), m.ref('m.album_id')).as('list'))
    .whereRef('m.asset_id', '=', 'a.id')
  const customValues = asset
    .selectFrom('asset_custom_value as c')
    .select((c) => jsonObject(c.ref('c.field_id'), c.ref('c.value')).as('values'))
    .whereRef('c.asset_id', '=', 'a.id')
  return objectOf({ tags, keywords, albumIds: albums, customValues } satisfies Record<keyof Attached, unknown>)
}

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

/** Texts of JSON become members of one. */
function objectOf(members: Record<string, Expression<unknown>>): RawBuilder<string> {
  const parts = Object.entries(members).map(
    ([name, json], at) => sql`${sql.lit(`${at === 0 ? '{' : ','}"${name}":`)} || ${json}`,
  )
  return sql<string>`${sql.join(parts, sql` || `)} || ${sql.lit('}')}`
}
