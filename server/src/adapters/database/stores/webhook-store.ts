import type { Kysely } from 'kysely'
import type { Webhook, WebhookEvent, WebhookId } from '../../../domain/webhook/webhook.ts'
import type { WebhookStore } from '../../../domain/webhook/webhook-store.ts'
import type { LibrarySchema, WebhookRow } from '../library-schema.ts'

export const webhookStore = (db: Kysely<LibrarySchema>): WebhookStore => ({
  async insert(webhook) {
    await db.insertInto('webhook').values(toRow(webhook)).execute()
  },

  async find(id) {
    const row = await db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst()
    return row && fromRow(row)
  },

  async all() {
    return (await db.selectFrom('webhook').selectAll().orderBy('created_at').orderBy('id').execute()).map(fromRow)
  },

  async enabled() {
    const rows = await db
      .selectFrom('webhook')
      .selectAll()
      .where('enabled', '=', 1)
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    return rows.map(fromRow)
  },

  async update(id, { url, events, secretSealed, enabled, sinceSeq }) {
    const fields: Partial<WebhookRow> = {
      ...(url !== undefined && { url }),
      ...(events !== undefined && { events: JSON.stringify(events) }),
      ...(secretSealed !== undefined && { secret_sealed: secretSealed }),
      ...(enabled !== undefined && { enabled: enabled ? 1 : 0 }),
      ...(sinceSeq !== undefined && { since_seq: sinceSeq }),
    }
    if (Object.keys(fields).length === 0) return
    await db.updateTable('webhook').set(fields).where('id', '=', id).execute()
  },

  async delete(id) {
    // Its deliveries go with it: they reference it `on delete cascade`.
    await db.deleteFrom('webhook').where('id', '=', id).execute()
  },
})

const toRow = (webhook: Webhook): WebhookRow => ({
  id: webhook.id,
  url: webhook.url,
  events: JSON.stringify(webhook.events),
  secret_sealed: webhook.secretSealed,
  enabled: webhook.enabled ? 1 : 0,
  since_seq: webhook.sinceSeq,
  created_by: webhook.createdBy,
  created_at: webhook.createdAt,
})

const fromRow = (row: WebhookRow): Webhook => ({
  id: row.id as WebhookId,
  url: row.url,
  events: JSON.parse(row.events) as WebhookEvent[],
  secretSealed: row.secret_sealed,
  enabled: row.enabled === 1,
  sinceSeq: row.since_seq,
  createdBy: row.created_by,
  createdAt: row.created_at,
})
