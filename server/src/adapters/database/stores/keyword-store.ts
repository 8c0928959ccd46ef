import type { Kysely } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import { Invalid } from '../../../domain/domain-error.ts'
import { fold } from '../../../domain/fold.ts'
import type { Keyword, KeywordId } from '../../../domain/keyword/keyword.ts'
import type { KeywordStore } from '../../../domain/keyword/keyword-store.ts'
import type { KeywordRow, LibrarySchema } from '../library-schema.ts'
import type { AttachedNotes } from './attached-notes.ts'
import { countOnAsset } from './count-on-asset.ts'

export const keywordStore = (db: Kysely<LibrarySchema>, notes: AttachedNotes): KeywordStore => ({
  async insert(keyword) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('keyword')
      .values({ ...toRow(keyword), assets: 0 })
      .onConflict((conflict) => conflict.column('name_folded').doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) throw new Invalid(`There is a keyword ${keyword.name}`, 'keyword-exists')
  },

  async describe(id, description) {
    await db.updateTable('keyword').set({ description }).where('id', '=', id).execute()
  },

  async delete(id) {
    await notes.clear(db.selectFrom('asset_keyword').select('asset_id').where('keyword_id', '=', id).$asScalar())
    // Its attachments go with it: they reference it `on delete cascade`.
    await db.deleteFrom('keyword').where('id', '=', id).execute()
  },

  async find(id) {
    const row = await db.selectFrom('keyword').selectAll().where('id', '=', id).executeTakeFirst()
    return row && fromRow(row)
  },

  async findByName(name) {
    const row = await db.selectFrom('keyword').selectAll().where('name_folded', '=', fold(name)).executeTakeFirst()
    return row && fromRow(row)
  },

  async allWithUse() {
    const rows = await db.selectFrom('keyword').selectAll().orderBy('name_folded').execute()
    return rows.map((row) => ({ ...fromRow(row), assets: row.assets }))
  },

  async assetsWith(id) {
    const rows = await db
      .selectFrom('asset_keyword as k')
      .innerJoin('asset as a', 'a.id', 'k.asset_id')
      .select('a.id')
      .where('k.keyword_id', '=', id)
      .where('a.trashed_at', 'is', null)
      .orderBy('a.id')
      .execute()
    return rows.map((row) => row.id as AssetId)
  },

  async attach(asset, keyword) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('asset_keyword')
      .values({ asset_id: asset, keyword_id: keyword })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) return false
    await countOnAsset(db, 'keyword', keyword, asset, 1)
    await notes.write([asset])
    return true
  },

  async detach(asset, keyword) {
    const { numDeletedRows } = await db
      .deleteFrom('asset_keyword')
      .where('asset_id', '=', asset)
      .where('keyword_id', '=', keyword)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) return false
    await countOnAsset(db, 'keyword', keyword, asset, -1)
    await notes.write([asset])
    return true
  },
})

const toRow = ({ id, name, description, createdAt }: Keyword): Omit<KeywordRow, 'assets'> => ({
  id,
  name,
  name_folded: fold(name),
  description,
  created_at: createdAt,
})

const fromRow = (row: KeywordRow): Keyword => ({
  id: row.id as KeywordId,
  name: row.name,
  description: row.description,
  createdAt: row.created_at,
})
