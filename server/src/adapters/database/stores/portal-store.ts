import type { Kysely } from 'kysely'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { Scheme } from '../../../domain/asset/scheme.ts'
import type { CollectionId } from '../../../domain/collection/collection.ts'
import { Invalid } from '../../../domain/domain-error.ts'
import { fold } from '../../../domain/fold.ts'
import type { Portal, PortalId, PortalKind } from '../../../domain/portal/portal.ts'
import type { PortalStore, Shown } from '../../../domain/portal/portal-store.ts'
import type { GroupId } from '../../../domain/user/group.ts'
import type { UserId } from '../../../domain/user/user.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema } from '../library-schema.ts'
import { inserts } from './inserts.ts'

type PortalRow = LibrarySchema['portal']

export function portalStore(db: Kysely<LibrarySchema>, dialect: SqlDialect): PortalStore {
  const named = (name: string) =>
    db.selectFrom('portal').selectAll().where('name_folded', '=', fold(name)).executeTakeFirst()

  /** With what belongs to them, in the order of the rows; a few queries in all. */
  async function whole(rows: PortalRow[]): Promise<Portal[]> {
    if (rows.length === 0) return []
    const ids = rows.map((row) => row.id)
    const contents = await db
      .selectFrom('portal_content')
      .selectAll()
      .where('portal_id', 'in', ids)
      .orderBy('position')
      .execute()
    const users = await db.selectFrom('portal_user').selectAll().where('portal_id', 'in', ids).execute()
    const groups = await db.selectFrom('portal_group').selectAll().where('portal_id', 'in', ids).execute()
    return rows.map(({ id, kind, name, created_at }) => ({
      id: id as PortalId,
      kind: kind as PortalKind,
      name,
      contents: contents.filter((row) => row.portal_id === id).map((row) => row.collection_id as CollectionId),
      users: users.filter((row) => row.portal_id === id).map((row) => row.user_id as UserId),
      groups: groups.filter((row) => row.portal_id === id).map((row) => row.group_id as GroupId),
      createdAt: created_at,
    }))
  }

  async function insertParts({ id, contents, users, groups }: Portal): Promise<void> {
    const collections = [...new Set(contents)]
    const contentRows = collections.map((collection_id, position) => ({ portal_id: id, collection_id, position }))
    const userRows = [...new Set(users)].map((user_id) => ({ portal_id: id, user_id }))
    const groupRows = [...new Set(groups)].map((group_id) => ({ portal_id: id, group_id }))
    for (const some of inserts(contentRows)) await db.insertInto('portal_content').values(some).execute()
    for (const some of inserts(userRows)) await db.insertInto('portal_user').values(some).execute()
    for (const some of inserts(groupRows)) await db.insertInto('portal_group').values(some).execute()
  }

  /** What was chosen for each portal, and everything under it. */
  const withShown = () =>
    db.withRecursive('shown(portal_id, collection_id)', (query) =>
      query
        .selectFrom('portal_content')
        .select(['portal_id', 'collection_id'])
        .union((below) =>
          below
            .selectFrom('shown')
            .innerJoin('collection as c', 'c.parent_id', 'shown.collection_id')
            .select(['shown.portal_id', 'c.id as collection_id']),
        ),
    )

  return {
    async insert(portal) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('portal')
        .values(toRow(portal))
        .onConflict((conflict) => conflict.column('name_folded').doNothing())
        .executeTakeFirstOrThrow()
      if (!numInsertedOrUpdatedRows) throw nameTaken(portal.name)
      await insertParts(portal)
    },

    async update(portal) {
      const { id, kind, name } = portal
      const other = await named(name)
      if (other && other.id !== id) throw nameTaken(name)
      const { numUpdatedRows } = await db
        .updateTable('portal')
        .set({ kind, name, name_folded: fold(name) })
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) return
      await db.deleteFrom('portal_content').where('portal_id', '=', id).execute()
      await db.deleteFrom('portal_user').where('portal_id', '=', id).execute()
      await db.deleteFrom('portal_group').where('portal_id', '=', id).execute()
      await insertParts(portal)
    },

    async delete(id) {
      await db.deleteFrom('portal').where('id', '=', id).execute()
    },

    async find(id) {
      const row = await db.selectFrom('portal').selectAll().where('id', '=', id).executeTakeFirst()
      return row && (await whole([row]))[0]
    },

    async findByName(name) {
      const row = await named(name)
      return row && (await whole([row]))[0]
    },

    async all() {
      return await whole(await db.selectFrom('portal').selectAll().orderBy('name_folded').execute())
    },

    async showing(assets) {
      const collections = await withShown()
        .selectFrom('shown')
        .innerJoin('collection as c', 'c.id', 'shown.collection_id')
        .select(['shown.portal_id', 'c.kind as scheme', 'c.id'])
        .execute()
      if (collections.length === 0 || assets.length === 0) return collections.map(asShown)
      const among = await withShown()
        .selectFrom('shown')
        .innerJoin('asset_album as m', 'm.album_id', 'shown.collection_id')
        .innerJoin('asset as a', 'a.id', 'm.asset_id')
        .select(['shown.portal_id', 'a.scheme', 'a.id'])
        .distinct()
        .where((row) => dialect.isAnyOf(row.ref('m.asset_id'), assets))
        .where('a.trashed_at', 'is', null)
        .execute()
      return [...collections, ...among].map(asShown)
    },
  }
}

const nameTaken = (name: string) =>
  new Invalid(`There is a portal, workspace or style guide named ${name}`, 'name-in-use')

const asShown = ({ portal_id, scheme, id }: { portal_id: string; scheme: string; id: string }): Shown => ({
  portalId: portal_id as PortalId,
  scheme: scheme as Scheme,
  id: id as AssetId,
})

const toRow = ({ id, kind, name, createdAt }: Portal): PortalRow => ({
  id,
  kind,
  name,
  name_folded: fold(name),
  created_at: createdAt,
})
