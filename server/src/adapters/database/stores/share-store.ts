import type { Kysely } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { Share, ShareId } from '../../../domain/sharing/share.ts'
import type { ShareStore, SharesWanted } from '../../../domain/sharing/share-store.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema, ShareRow } from '../library-schema.ts'
import { inserts } from './inserts.ts'

export function shareStore(db: Kysely<LibrarySchema>, dialect: SqlDialect): ShareStore {
  const wantedOnes = ({ by, of }: Pick<SharesWanted, 'by' | 'of'>) =>
    db
      .selectFrom('share')
      .$if(by !== null, (shares) => shares.where('created_by', '=', by))
      .$if(of !== null, (shares) =>
        shares.where('id', 'in', db.selectFrom('share_asset').select('share_id').where('asset_id', '=', of)),
      )

  async function withAssets(rows: readonly ShareRow[]): Promise<Share[]> {
    const contents = await db
      .selectFrom('share_asset')
      .select(['share_id', 'asset_id'])
      .where((content) =>
        dialect.isAnyOf(
          content.ref('share_id'),
          rows.map(({ id }) => id),
        ),
      )
      .orderBy('share_id')
      .orderBy('position')
      .execute()
    const byShare = Map.groupBy(contents, (content) => content.share_id)
    return rows.map((row) => fromRow(row, byShare.get(row.id)?.map((content) => content.asset_id as AssetId) ?? []))
  }

  return {
    async insert(share) {
      await db.insertInto('share').values(toRow(share)).execute()
      const contents = share.assetIds.map((asset_id, position) => ({ share_id: share.id, asset_id, position }))
      for (const some of inserts(contents)) await db.insertInto('share_asset').values(some).execute()
    },

    async find(id) {
      const row = await db.selectFrom('share').selectAll().where('id', '=', id).executeTakeFirst()
      return row && (await withAssets([row]))[0]
    },

    async list({ start, limit, ...wanted }) {
      const { found } = await wantedOnes(wanted)
        .select((share) => share.fn.countAll<number>().as('found'))
        .executeTakeFirstOrThrow()
      const rows = await wantedOnes(wanted)
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(start)
        .execute()
      return { found, shares: rows.length > 0 ? await withAssets(rows) : [] }
    },

    async revoke(id, at) {
      await db
        .updateTable('share')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .execute()
    },
  }
}

const toRow = (share: Share): ShareRow => ({
  id: share.id,
  created_by: share.createdBy,
  created_by_name: share.createdByName,
  created_at: share.createdAt,
  expires_at: share.expiresAt,
  revoked_at: share.revokedAt,
  hides_creator: Number(share.hidesCreator),
  allows_original: Number(share.allowsOriginal),
  allows_crop_and_resize: Number(share.allowsCropAndResize),
  allows_presets: Number(share.allowsPresets),
})

const fromRow = (row: ShareRow, assetIds: AssetId[]): Share => ({
  id: row.id as ShareId,
  createdBy: row.created_by,
  createdByName: row.created_by_name,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  hidesCreator: row.hides_creator === 1,
  allowsOriginal: row.allows_original === 1,
  allowsCropAndResize: row.allows_crop_and_resize === 1,
  allowsPresets: row.allows_presets === 1,
  assetIds,
})
