import type { Kysely } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { LibrarySchema } from '../library-schema.ts'

/** One keyword or album more or less on one asset, which counts unless it is in the trash. */
export async function countOnAsset(
  db: Kysely<LibrarySchema>,
  table: 'keyword' | 'collection',
  id: string,
  asset: AssetId,
  by: 1 | -1,
): Promise<void> {
  await db
    .updateTable(table)
    .set((row) => ({ assets: row('assets', '+', by) }))
    .where('id', '=', id)
    .where((row) =>
      row.exists(
        row.selectFrom('asset as a').select('a.id').where('a.id', '=', asset).where('a.trashed_at', 'is', null),
      ),
    )
    .execute()
}

/** The asset goes into the trash (−1) or comes back (+1), and with it one use of each of its keywords and albums. */
export async function countAllOfAsset(db: Kysely<LibrarySchema>, asset: AssetId, by: 1 | -1): Promise<void> {
  await db
    .updateTable('keyword')
    .set((row) => ({ assets: row('assets', '+', by) }))
    .where('id', 'in', db.selectFrom('asset_keyword as k').select('k.keyword_id').where('k.asset_id', '=', asset))
    .execute()
  await db
    .updateTable('collection')
    .set((row) => ({ assets: row('assets', '+', by) }))
    .where('id', 'in', db.selectFrom('asset_album as m').select('m.album_id').where('m.asset_id', '=', asset))
    .execute()
}
