import type { Kysely } from 'kysely'
import type { Account, AccountId } from '../../../domain/account/account.ts'
import type { AccountStore } from '../../../domain/account/account-store.ts'
import { Invalid } from '../../../domain/domain-error.ts'
import type { AccountRow, ControlSchema } from '../control-schema.ts'

export const accountStore = (db: Kysely<ControlSchema>): AccountStore => ({
  async insert(account) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('account')
      .values(toRow(account))
      .onConflict((conflict) => conflict.column('host').doNothing())
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) throw new Invalid(`The host ${account.host} has an account already`, 'host-in-use')
  },

  async find(id) {
    const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
    return row && fromRow(row)
  },

  async findByHost(host) {
    const row = await db.selectFrom('account').selectAll().where('host', '=', host).executeTakeFirst()
    return row && fromRow(row)
  },

  async all() {
    const rows = await db.selectFrom('account').selectAll().orderBy('created_at').orderBy('id').execute()
    return rows.map(fromRow)
  },
})

const toRow = ({ id, host, name, publicUrl, createdAt }: Account): AccountRow => ({
  id,
  host,
  name,
  public_url: publicUrl,
  created_at: createdAt,
})

const fromRow = (row: AccountRow): Account => ({
  id: row.id as AccountId,
  host: row.host,
  name: row.name,
  publicUrl: row.public_url,
  createdAt: row.created_at,
})
