import type { Kysely } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { Scheme } from '../../../domain/asset/scheme.ts'
import type { VersionId } from '../../../domain/asset/version.ts'
import type { ObjectKey } from '../../../domain/ports/object-store.ts'
import type { TrashedAsset } from '../../../domain/trash/trash.ts'
import type { TrashStore } from '../../../domain/trash/trash-store.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema } from '../library-schema.ts'
import { versionFromRow } from './version-row.ts'

export function trashStore(db: Kysely<LibrarySchema>, dialect: SqlDialect): TrashStore {
  const trashed = () =>
    db
      .selectFrom('asset as a')
      .innerJoin('version as v', (join) => join.onRef('v.asset_id', '=', 'a.id').onRef('v.no', '=', 'a.current_no'))
      .select(['a.id', 'a.scheme', 'a.name', 'a.owner', 'a.owner_name', 'a.trashed_at', 'v.size', 'v.id as current_id'])
      .where('a.trashed_at', 'is not', null)
      .$narrowType<{ trashed_at: number }>()

  const withContent = (sha256: string) =>
    db.selectFrom('version as v').innerJoin('asset as a', 'a.id', 'v.asset_id').where('v.sha256', '=', sha256)

  return {
    async list({ since, start, limit }) {
      const { found } = await db
        .selectFrom('asset')
        .select((asset) => asset.fn.countAll<number>().as('found'))
        .where('trashed_at', '>=', since)
        .executeTakeFirstOrThrow()
      const rows = await trashed()
        .where('a.trashed_at', '>=', since)
        .orderBy('a.trashed_at', 'desc')
        .orderBy('a.id')
        .offset(start)
        .limit(limit)
        .execute()
      return { found, assets: rows.map(fromRow) }
    },

    async findMany(ids) {
      const rows = await trashed()
        .where((asset) => dialect.isAnyOf(asset.ref('a.id'), ids))
        .execute()
      return rows.map(fromRow)
    },

    async currentOf(id) {
      const row = await db
        .selectFrom('asset as a')
        .innerJoin('version as v', (join) => join.onRef('v.asset_id', '=', 'a.id').onRef('v.no', '=', 'a.current_no'))
        .selectAll('v')
        .where('a.id', '=', id)
        .where('a.trashed_at', 'is not', null)
        .executeTakeFirst()
      return row && versionFromRow(row)
    },

    async trashedBefore(time, limit) {
      const rows = await db
        .selectFrom('asset')
        .select('id')
        .where('trashed_at', '<', time)
        .orderBy('trashed_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => row.id as AssetId)
    },

    async contentOf(id) {
      const rows = await db
        .selectFrom('version')
        .select(['sha256', 'object'])
        .distinct()
        .where('asset_id', '=', id)
        .orderBy('sha256')
        .execute()
      return rows.map(({ sha256, object }) => ({ sha256, object: object as ObjectKey }))
    },

    async holdsAlone(sha256, time) {
      const rows = await withContent(sha256).select('a.trashed_at').distinct().execute()
      return rows.length > 0 && rows.every(({ trashed_at }) => trashed_at !== null && trashed_at < time)
    },

    async giveUp(which) {
      const { numUpdatedRows } = await db
        .updateTable('asset')
        .set({ trashed_at: 0 })
        .where('trashed_at', '>', 0)
        .$if(which !== 'everything', (query) =>
          query.where((asset) => dialect.isAnyOf(asset.ref('id'), which as readonly AssetId[])),
        )
        .executeTakeFirstOrThrow()
      return Number(numUpdatedRows)
    },

    async erase(id) {
      // Versions and everything else of it go by `on delete cascade`.
      await db.deleteFrom('asset').where('id', '=', id).where('trashed_at', 'is not', null).execute()
    },
  }
}

type Row = {
  id: string
  scheme: string
  name: string
  owner: string
  owner_name: string
  trashed_at: number
  size: number
  current_id: string
}

const fromRow = (row: Row): TrashedAsset => ({
  id: row.id as AssetId,
  scheme: row.scheme as Scheme,
  name: row.name,
  owner: row.owner,
  ownerName: row.owner_name,
  size: row.size,
  trashedAt: row.trashed_at,
  currentId: row.current_id as VersionId,
})
