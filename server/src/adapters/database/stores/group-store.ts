import type { Kysely } from 'kysely'
import { Invalid } from '../../../domain/domain-error.ts'
import { fold } from '../../../domain/fold.ts'
import type { Group, GroupId } from '../../../domain/user/group.ts'
import type { GroupStore } from '../../../domain/user/group-store.ts'
import type { UserId } from '../../../domain/user/user.ts'
import type { LibrarySchema } from '../library-schema.ts'
import { inserts } from './inserts.ts'

type GroupRow = LibrarySchema['user_group']

export function groupStore(db: Kysely<LibrarySchema>): GroupStore {
  const named = (name: string) =>
    db.selectFrom('user_group').selectAll().where('name_folded', '=', fold(name)).executeTakeFirst()
  const insertMembers = async (rows: LibrarySchema['group_member'][]) => {
    for (const some of inserts(rows)) await db.insertInto('group_member').values(some).execute()
  }

  return {
    async insert(group) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('user_group')
        .values(toRow(group))
        .onConflict((conflict) => conflict.column('name_folded').doNothing())
        .executeTakeFirstOrThrow()
      if (!numInsertedOrUpdatedRows) throw nameTaken(group.name)
    },

    async rename(id, name) {
      // Looked up and not caught: a refused statement would end the whole transaction on PostgreSQL.
      const other = await named(name)
      if (other && other.id !== id) throw nameTaken(name)
      await db
        .updateTable('user_group')
        .set({ name, name_folded: fold(name) })
        .where('id', '=', id)
        .execute()
    },

    async delete(id) {
      // Memberships and what portals granted it go with it: they reference it `on delete cascade`.
      await db.deleteFrom('user_group').where('id', '=', id).execute()
    },

    async find(id) {
      const row = await db.selectFrom('user_group').selectAll().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },

    async findByName(name) {
      const row = await named(name)
      return row && fromRow(row)
    },

    async allWithMembers() {
      const rows = await db.selectFrom('user_group').selectAll().orderBy('name_folded').execute()
      const members = await db.selectFrom('group_member').selectAll().execute()
      const byGroup = Map.groupBy(members, (member) => member.group_id)
      return rows.map((row) => ({
        ...fromRow(row),
        users: (byGroup.get(row.id) ?? []).map((member) => member.user_id as UserId),
      }))
    },

    async groupsOf(user) {
      const rows = await db.selectFrom('group_member').select('group_id').where('user_id', '=', user).execute()
      return rows.map((row) => row.group_id as GroupId)
    },

    async setMembers(id, users) {
      await db.deleteFrom('group_member').where('group_id', '=', id).execute()
      await insertMembers([...new Set(users)].map((user) => ({ group_id: id, user_id: user })))
    },

    async setGroupsOf(user, groups) {
      await db.deleteFrom('group_member').where('user_id', '=', user).execute()
      await insertMembers([...new Set(groups)].map((group) => ({ group_id: group, user_id: user })))
    },
  }
}

const nameTaken = (name: string) => new Invalid(`There is a group named ${name}`, 'name-in-use')

const toRow = ({ id, name, createdAt }: Group): GroupRow => ({
  id,
  name,
  name_folded: fold(name),
  created_at: createdAt,
})

const fromRow = (row: GroupRow): Group => ({ id: row.id as GroupId, name: row.name, createdAt: row.created_at })
