import { type Kysely, sql } from 'kysely'
import type { Asset, AssetId } from '../../../domain/asset/asset.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema } from '../library-schema.ts'
import { assetFromRow, type JoinedAssetRow } from './asset-row.ts'
import { gathered } from './attached.ts'
import type { CompiledQueries } from './compiled-queries.ts'
import { versionColumns } from './version-row.ts'

/** Whole assets in the order asked, each read in one statement, so that no half of a change is ever seen. */
export function findAssets(db: Kysely<LibrarySchema>, dialect: SqlDialect, compiled: CompiledQueries) {
  const read = async (ids: readonly AssetId[], withText: boolean) => {
    const name = withText ? 'assets with text' : 'assets'
    const query = compiled.with(name, [dialect.listed(ids)], () => compile(db, dialect, withText))
    return (await db.executeQuery<JoinedAssetRow>(query)).rows
  }

  return async (ids: readonly AssetId[], { withText = false } = {}): Promise<Asset[]> => {
    const found = new Map<AssetId, Asset>()
    for (let at = 0; at < ids.length; at += idsPerQuery) {
      for (const row of await read(ids.slice(at, at + idsPerQuery), withText)) {
        const asset = assetFromRow(row)
        found.set(asset.id, asset)
      }
    }
    return ids.flatMap((id) => found.get(id) ?? [])
  }
}

// Embedded, a query runs on the main thread: this many keep it for a few milliseconds.
const idsPerQuery = 500

/** Its only parameter: the ids. */
const compile = (db: Kysely<LibrarySchema>, dialect: SqlDialect, withText: boolean) =>
  db
    .selectFrom('asset as a')
    .innerJoin('version as v', (join) => join.onRef('v.asset_id', '=', 'a.id').onRef('v.no', '=', 'a.current_no'))
    .select(versionColumns)
    .select(sql<string>`${withText ? sql.ref('v.text') : sql.lit('')}`.as('text'))
    .select([
      'a.scheme',
      'a.name',
      'a.description',
      'a.author',
      'a.copyright',
      'a.terms_and_conditions',
      'a.owner',
      'a.owner_name',
      'a.created_at',
      'a.modified_at',
      'a.approval',
      'a.expires_at',
    ])
    .select((asset) => sql<string>`coalesce(${asset.ref('a.attached')}, ${gathered(asset, dialect)})`.as('attached'))
    .where((asset) => dialect.isAnyOf(asset.ref('a.id'), []))
    .where('a.trashed_at', 'is', null)
    .compile()
