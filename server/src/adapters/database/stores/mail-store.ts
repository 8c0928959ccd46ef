import type { Kysely } from 'kysely'
import type { Mail, MailId, MailState } from '../../../domain/mail/mail.ts'
import type { MailStore } from '../../../domain/mail/mail-store.ts'
import type { LibrarySchema, MailRow } from '../library-schema.ts'
import { columnsGiven } from './columns-given.ts'

export const mailStore = (db: Kysely<LibrarySchema>): MailStore => ({
  async insert(mail) {
    await db.insertInto('mail').values(toRow(mail)).execute()
  },

  async update(id, { text, state, reason, finishedAt }) {
    const columns = columnsGiven({ text, state, reason, finished_at: finishedAt })
    if (columns) await db.updateTable('mail').set(columns).where('id', '=', id).execute()
  },

  async find(id) {
    const row = await db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()
    return row && fromRow(row)
  },

  async latest(limit) {
    const rows = await db
      .selectFrom('mail')
      .selectAll()
      .orderBy('queued_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    return rows.map(fromRow)
  },

  async dropBefore(time) {
    await db.deleteFrom('mail').where('queued_at', '<', time).execute()
  },
})

const toRow = ({ id, to, subject, text, state, reason, queuedAt, finishedAt }: Mail): MailRow => ({
  id,
  recipient: to,
  subject,
  text,
  state,
  reason,
  queued_at: queuedAt,
  finished_at: finishedAt,
})

const fromRow = (row: MailRow): Mail => ({
  id: row.id as MailId,
  to: row.recipient,
  subject: row.subject,
  text: row.text,
  state: row.state as MailState,
  reason: row.reason,
  queuedAt: row.queued_at,
  finishedAt: row.finished_at,
})
