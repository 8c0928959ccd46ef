import type { Kysely } from 'kysely'
import type { Delivery } from '../../../domain/webhook/delivery.ts'
import type { DeliveryStore } from '../../../domain/webhook/delivery-store.ts'
import type { DeliveryRow, LibrarySchema } from '../library-schema.ts'
import { inserts } from './inserts.ts'

const idsPerQuery = 500

export const deliveryStore = (db: Kysely<LibrarySchema>): DeliveryStore => ({
  async insert(deliveries) {
    for (const some of inserts(deliveries.map(toRow), 200)) await db.insertInto('delivery').values(some).execute()
  },

  async find(id) {
    const row = await db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst()
    return row && fromRow(row)
  },

  async ofWebhook(webhook, { below, limit }) {
    let query = db.selectFrom('delivery').selectAll().where('webhook_id', '=', webhook)
    if (below !== null) {
      query = query.where((row) =>
        row.or([row('queued_at', '<', below.queuedAt), row('queued_at', '=', below.queuedAt).and('id', '<', below.id)]),
      )
    }
    const rows = await query.orderBy('queued_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
    return rows.map(fromRow)
  },

  async countDue(webhook, now) {
    const { due } = await db
      .selectFrom('delivery')
      .select((row) => row.fn.countAll<number>().as('due'))
      .where('webhook_id', '=', webhook)
      .where('state', '=', 'waiting')
      .where('run_at', '<=', now)
      .where('leased_until', '<=', now)
      .executeTakeFirstOrThrow()
    return due
  },

  // Two processes never get the same: write transactions of a library come one after another, over all processes.
  async lease(webhook, { now, leaseMs, limit }) {
    const rows = await db
      .updateTable('delivery')
      .set({ leased_until: now + leaseMs })
      .where('id', 'in', (row) =>
        row
          .selectFrom('delivery as due')
          .select('due.id')
          .where('due.webhook_id', '=', webhook)
          .where('due.state', '=', 'waiting')
          .where('due.run_at', '<=', now)
          .where('due.leased_until', '<=', now)
          .orderBy('due.run_at')
          .orderBy('due.change_seq')
          .orderBy('due.id')
          .limit(limit),
      )
      .returningAll()
      .execute()
    return rows.sort((a, b) => a.run_at - b.run_at || a.change_seq - b.change_seq).map(fromRow)
  },

  async record(id, { state, attempts, runAt, lastAttemptAt, status, answer, reason }) {
    const outcome = { state, attempts, run_at: runAt, last_attempt_at: lastAttemptAt, status, answer, reason }
    await db
      .updateTable('delivery')
      .set({ ...outcome, leased_until: 0 })
      .where('id', '=', id)
      .execute()
  },

  async giveBack(id) {
    await db.updateTable('delivery').set({ leased_until: 0 }).where('id', '=', id).execute()
  },

  async giveUpWaiting(webhook, reason) {
    await db
      .updateTable('delivery')
      .set({ state: 'failed', reason, leased_until: 0 })
      .where('webhook_id', '=', webhook)
      .where('state', '=', 'waiting')
      .execute()
  },

  async dropEndedBefore(time) {
    await db.deleteFrom('delivery').where('state', '!=', 'waiting').where('queued_at', '<', time).execute()
  },

  async describeAssets(ids) {
    const described = new Map<string, { name: string; albumIds: string[] }>()
    for (let at = 0; at < ids.length; at += idsPerQuery) {
      const some = ids.slice(at, at + idsPerQuery)
      const assets = await db.selectFrom('asset').select(['id', 'name']).where('id', 'in', some).execute()
      for (const { id, name } of assets) described.set(id, { name, albumIds: [] })
      const albums = await db
        .selectFrom('asset_album')
        .selectAll()
        .where('asset_id', 'in', some)
        .orderBy('album_id')
        .execute()
      for (const { asset_id, album_id } of albums) described.get(asset_id)?.albumIds.push(album_id)
    }
    return described
  },
})

const toRow = (delivery: Delivery): DeliveryRow => ({
  id: delivery.id,
  webhook_id: delivery.webhookId,
  change_seq: delivery.changeSeq,
  event: delivery.event,
  scheme: delivery.scheme,
  subject_id: delivery.subjectId,
  album: delivery.album,
  display_name: delivery.displayName,
  happened_at: delivery.happenedAt,
  queued_at: delivery.queuedAt,
  state: delivery.state,
  attempts: delivery.attempts,
  run_at: delivery.runAt,
  leased_until: 0,
  last_attempt_at: delivery.lastAttemptAt,
  status: delivery.status,
  answer: delivery.answer,
  reason: delivery.reason,
})

const fromRow = (row: DeliveryRow): Delivery =>
  ({
    id: row.id,
    webhookId: row.webhook_id,
    changeSeq: row.change_seq,
    event: row.event,
    scheme: row.scheme,
    subjectId: row.subject_id,
    album: row.album,
    displayName: row.display_name,
    happenedAt: row.happened_at,
    queuedAt: row.queued_at,
    state: row.state,
    attempts: row.attempts,
    runAt: row.run_at,
    lastAttemptAt: row.last_attempt_at,
    status: row.status,
    answer: row.answer,
    reason: row.reason,
  }) as Delivery
