import type { Kysely } from 'kysely'
import type { AccountId } from '../../../domain/account/account.ts'
import type { SessionStore, WebSession } from '../../../domain/oauth/session-store.ts'
import type { UserId } from '../../../domain/user/user.ts'
import type { ControlSchema, WebSessionRow } from '../control-schema.ts'

export const sessionStore = (db: Kysely<ControlSchema>): SessionStore => ({
  async insert(session) {
    await db.insertInto('web_session').values(toRow(session)).execute()
  },

  async find(digest) {
    const row = await db.selectFrom('web_session').selectAll().where('digest', '=', digest).executeTakeFirst()
    return row && fromRow(row)
  },

  async extend(digest, expiresAt) {
    await db.updateTable('web_session').set({ expires_at: expiresAt }).where('digest', '=', digest).execute()
  },

  async delete(digest) {
    await db.deleteFrom('web_session').where('digest', '=', digest).execute()
  },

  async dropExpired(time) {
    await db.deleteFrom('web_session').where('expires_at', '<', time).execute()
  },
})

const toRow = (session: WebSession): WebSessionRow => ({
  digest: session.digest,
  account_id: session.accountId,
  user_id: session.userId,
  credentials_version: session.credentialsVersion,
  created_at: session.createdAt,
  expires_at: session.expiresAt,
})

const fromRow = (row: WebSessionRow): WebSession => ({
  digest: row.digest,
  accountId: row.account_id as AccountId,
  userId: row.user_id as UserId,
  credentialsVersion: row.credentials_version,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})
