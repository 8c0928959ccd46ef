import { type CompiledQuery, type Kysely, sql } from 'kysely'
import type { Asset, AssetId } from '../../../domain/asset/asset.ts'
import type { BriefAsset } from '../../../domain/asset/brief-asset.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema } from '../library-schema.ts'
import { assetColumns, assetFromRow, briefAssetFromRow } from './asset-row.ts'
import { gathered, gatheredVersion } from './attached.ts'
import type { CompiledQueries } from './compiled-queries.ts'
import { versionColumns } from './version-row.ts'

type Reading = { db: Kysely<LibrarySchema>; dialect: SqlDialect; compiled: CompiledQueries }

/** Whole assets in the order asked, each read in one statement, so that no half of a change is ever seen. */
export const findAssets =
  (reading: Reading) =>
  async (ids: readonly AssetId[], { withText = false } = {}): Promise<Asset[]> => {
    const name = withText ? 'assets with text' : 'assets'
    return read(reading, ids, { name, compile: () => compileWhole(reading, withText), fromRow: assetFromRow })
  }

/** The same of what lists show, from the assets' own rows alone. */
export const findBriefAssets =
  (reading: Reading) =>
  async (ids: readonly AssetId[]): Promise<BriefAsset[]> =>
    read(reading, ids, { name: 'brief assets', compile: () => compileBrief(reading), fromRow: briefAssetFromRow })

// Embedded, a query runs on the main thread: this many keep it for a few milliseconds.
const idsPerQuery = 500

/** `compile`: what has the ids as its only parameter. */
async function read<Row, Found extends { id: AssetId }>(
  { db, dialect, compiled }: Reading,
  ids: readonly AssetId[],
  { name, compile, fromRow }: { name: string; compile: () => CompiledQuery<Row>; fromRow: (row: Row) => Found },
): Promise<Found[]> {
  const found = new Map<AssetId, Found>()
  for (let at = 0; at < ids.length; at += idsPerQuery) {
    const query = compiled.with(name, [dialect.listed(ids.slice(at, at + idsPerQuery))], compile)
    for (const row of (await db.executeQuery(query)).rows) {
      const asset = fromRow(row)
      found.set(asset.id, asset)
    }
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

const compileWhole = (reading: Reading, withText: boolean) =>
  thoseAsked(reading)
    .innerJoin('version as v', (join) => join.onRef('v.asset_id', '=', 'a.id').onRef('v.no', '=', 'a.current_no'))
    .select(versionColumns)
    .select(sql<string>`${withText ? sql.ref('v.text') : sql.lit('')}`.as('text'))
    .compile()

const compileBrief = (reading: Reading) =>
  thoseAsked(reading)
    .select('a.id as asset_id')
    .select((asset) =>
      asset.fn.coalesce('a.current_version', gatheredVersion(asset, reading.dialect)).as('current_version'),
    )
    .$narrowType<{ current_version: string }>()
    .compile()

const thoseAsked = ({ db, dialect }: Reading) =>
  db
    .selectFrom('asset as a')
    .select(assetColumns)
    .select((asset) => sql<string>`coalesce(${asset.ref('a.attached')}, ${gathered(asset, dialect)})`.as('attached'))
    .where((asset) => dialect.isAnyOf(asset.ref('a.id'), []))
    .where('a.trashed_at', 'is', null)
