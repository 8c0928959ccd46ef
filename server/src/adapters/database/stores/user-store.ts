import type { Kysely } from 'kysely'
import { Invalid } from '../../../domain/domain-error.ts'
import { fold } from '../../../domain/fold.ts'
import type { Role, User, UserId } from '../../../domain/user/user.ts'
import type { UserStore } from '../../../domain/user/user-store.ts'
import type { LibrarySchema, UserRow } from '../library-schema.ts'

export const userStore = (db: Kysely<LibrarySchema>): UserStore => ({
  async insert(user) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('user')
      .values(toRow(user))
      .onConflict((conflict) => conflict.column('email_folded').doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) throw emailTaken(user)
  },

  async update(user) {
    // Looked up and not caught: a refused statement would end the whole transaction on PostgreSQL.
    const other = await db
      .selectFrom('user')
      .select('id')
      .where('email_folded', '=', fold(user.email))
      .where('id', '!=', user.id)
      .executeTakeFirst()
    if (other) throw emailTaken(user)
    const { id, ...columns } = toRow(user)
    await db.updateTable('user').set(columns).where('id', '=', id).execute()
  },

  async delete(id) {
    // What belongs to the user references it `on delete cascade`.
    await db.deleteFrom('user').where('id', '=', id).execute()
  },

  async find(id) {
    const row = await db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst()
    return row && fromRow(row)
  },

  async findByEmail(email) {
    const row = await db.selectFrom('user').selectAll().where('email_folded', '=', fold(email)).executeTakeFirst()
    return row && fromRow(row)
  },

  async all() {
    const rows = await db.selectFrom('user').selectAll().orderBy('email_folded').execute()
    return rows.map(fromRow)
  },
})

const emailTaken = ({ email }: User) => new Invalid(`There is a user with the e-mail address ${email}`, 'user-exists')

const toRow = (user: User): UserRow => ({
  id: user.id,
  email: user.email,
  email_folded: fold(user.email),
  first_name: user.firstName,
  last_name: user.lastName,
  role: user.role,
  password_hash: user.passwordHash,
  suspended: Number(user.suspended),
  may_access_main_library: Number(user.mayAccessMainLibrary),
  credentials_version: user.credentialsVersion,
  created_at: user.createdAt,
})

const fromRow = (row: UserRow): User => ({
  id: row.id as UserId,
  email: row.email,
  firstName: row.first_name,
  lastName: row.last_name,
  role: row.role as Role,
  passwordHash: row.password_hash,
  suspended: row.suspended === 1,
  mayAccessMainLibrary: row.may_access_main_library === 1,
  credentialsVersion: row.credentials_version,
  createdAt: row.created_at,
})
