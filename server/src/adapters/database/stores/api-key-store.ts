import type { Kysely } from 'kysely'
import type { AccountId } from '../../../domain/account/account.ts'
import { fold } from '../../../domain/fold.ts'
import type { ApiKey, AppId } from '../../../domain/oauth/api-key.ts'
import type { ApiKeyStore } from '../../../domain/oauth/api-key-store.ts'
import type { UserId } from '../../../domain/user/user.ts'
import type { ApiKeyRow, ControlSchema } from '../control-schema.ts'
import { columnsGiven } from './columns-given.ts'

export const apiKeyStore = (db: Kysely<ControlSchema>): ApiKeyStore => ({
  async insert(key) {
    await db.insertInto('api_key').values(toRow(key)).execute()
  },

  async update(appId, fields) {
    const columns = columnsGiven({
      name: fields.name,
      name_folded: fields.name === undefined ? undefined : fold(fields.name),
      redirect_uri: fields.redirectUri,
      website: fields.website,
      logo_url: fields.logoUrl,
      client_credentials: fields.clientCredentials === undefined ? undefined : Number(fields.clientCredentials),
      last_used_at: fields.lastUsedAt,
    })
    if (columns) await db.updateTable('api_key').set(columns).where('app_id', '=', appId).execute()
  },

  async find(appId) {
    const row = await db.selectFrom('api_key').selectAll().where('app_id', '=', appId).executeTakeFirst()
    return row && fromRow(row)
  },

  async ofAccount(accountId) {
    const rows = await db
      .selectFrom('api_key')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('name_folded')
      .orderBy('app_id')
      .execute()
    return rows.map(fromRow)
  },

  async delete(appId) {
    // Its codes and tokens go with it: they reference it `on delete cascade`.
    await db.deleteFrom('api_key').where('app_id', '=', appId).execute()
  },
})

const toRow = (key: ApiKey): ApiKeyRow => ({
  app_id: key.appId,
  account_id: key.accountId,
  name: key.name,
  name_folded: fold(key.name),
  redirect_uri: key.redirectUri,
  website: key.website,
  logo_url: key.logoUrl,
  secret_digest: key.secretDigest,
  secret_sealed: key.secretSealed,
  client_credentials: Number(key.clientCredentials),
  created_by: key.createdBy,
  created_at: key.createdAt,
  last_used_at: key.lastUsedAt,
})

const fromRow = (row: ApiKeyRow): ApiKey => ({
  appId: row.app_id as AppId,
  accountId: row.account_id as AccountId,
  name: row.name,
  redirectUri: row.redirect_uri,
  website: row.website,
  logoUrl: row.logo_url,
  secretDigest: row.secret_digest,
  secretSealed: row.secret_sealed,
  clientCredentials: row.client_credentials === 1,
  createdBy: row.created_by as UserId,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
})
