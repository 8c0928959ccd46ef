import { type Kysely, sql } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { Collection, CollectionId } from '../../../domain/collection/collection.ts'
import { nameInUse } from '../../../domain/collection/collection-rules.ts'
import type { CollectionStore } from '../../../domain/collection/collection-store.ts'
import { Invalid } from '../../../domain/domain-error.ts'
import { fold } from '../../../domain/fold.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { CollectionRow, LibrarySchema } from '../library-schema.ts'
import type { AttachedNotes } from './attached-notes.ts'

export function collectionStore(db: Kysely<LibrarySchema>, dialect: SqlDialect, notes: AttachedNotes): CollectionStore {
  const child = (parent: CollectionId | null, name: string) =>
    db
      .selectFrom('collection')
      .selectAll()
      // As the unique index has it, so that it is used.
      .where(sql<string>`coalesce(parent_id, '')`, '=', parent ?? '')
      .where('name_folded', '=', fold(name))
      .executeTakeFirst()

  return {
    async insert(collection) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('collection')
        .values({ ...collectionToRow(collection), assets: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows) return
      if (await child(collection.parentId, collection.name)) {
        throw nameInUse(collection.name)
      }
      throw new Invalid(`The id ${collection.id} is taken`, 'id-in-use')
    },

    async find(id) {
      const row = await db.selectFrom('collection').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },

    async update({ id, parentId, name, description, modifiedAt }) {
      const other = await child(parentId, name)
      if (other && other.id !== id) throw nameInUse(name)
      await db
        .updateTable('collection')
        .set({ parent_id: parentId, name, name_folded: fold(name), description, modified_at: modifiedAt })
        .where('id', '=', id)
        .execute()
    },

    async findChild(parent, name) {
      const row = await child(parent, name)
      return row && fromRow(row)
    },

    async delete(ids) {
      const inThem = db
        .selectFrom('asset_album')
        .select('asset_id')
        .where((row) => dialect.isAnyOf(row.ref('album_id'), ids))
      await notes.clear(inThem.$asScalar())
      // One statement: parents and children go together. Assets leave the albums by `on delete cascade`.
      await db
        .deleteFrom('collection')
        .where((row) => dialect.isAnyOf(row.ref('id'), ids))
        .execute()
    },

    async assetsIn(albums) {
      const rows = await db
        .selectFrom('asset_album as m')
        .innerJoin('asset as a', 'a.id', 'm.asset_id')
        .select('a.id')
        .distinct()
        .where((row) => dialect.isAnyOf(row.ref('m.album_id'), albums))
        .where('a.trashed_at', 'is', null)
        .execute()
      return rows.map((row) => row.id as AssetId)
    },

    async all() {
      return (await db.selectFrom('collection').selectAll().execute()).map(fromRow)
    },

    async hiddenSizes(at) {
      // each half has an index of its own; the word stands in the statement, because the index has it
      const hidden = db
        .selectFrom('asset')
        .select('id')
        .where(sql<boolean>`approval <> 'Approved'`)
        .union(db.selectFrom('asset').select('id').where('expires_at', '<=', at))
      const rows = await db
        .selectFrom('asset_album as m')
        .innerJoin('asset as a', 'a.id', 'm.asset_id')
        .select((row) => ['m.album_id', row.fn.countAll<number>().as('assets')])
        .where('m.asset_id', 'in', hidden)
        .where('a.trashed_at', 'is', null)
        .groupBy('m.album_id')
        .execute()
      const { until } = await db
        .selectFrom('asset')
        .select((row) => row.fn.min('expires_at').as('until'))
        .where('expires_at', '>', at)
        .executeTakeFirstOrThrow()
      return { sizes: new Map(rows.map((row) => [row.album_id as CollectionId, Number(row.assets)])), until }
    },

    async albumSizes() {
      const rows = await db.selectFrom('collection').select(['id', 'assets']).where('assets', '>', 0).execute()
      return new Map(rows.map((row) => [row.id as CollectionId, row.assets]))
    },
  }
}

export const collectionToRow = (collection: Collection): Omit<CollectionRow, 'assets'> => ({
  id: collection.id,
  kind: collection.kind,
  parent_id: collection.parentId,
  name: collection.name,
  name_folded: fold(collection.name),
  description: collection.description,
  owner: collection.owner,
  created_at: collection.createdAt,
  modified_at: collection.modifiedAt,
})

const fromRow = (row: CollectionRow): Collection => ({
  id: row.id as CollectionId,
  kind: row.kind as Collection['kind'],
  parentId: row.parent_id as CollectionId | null,
  name: row.name,
  description: row.description,
  owner: row.owner,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
})
