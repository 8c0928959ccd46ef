import type { Kysely } from 'kysely'
import type { Change } from '../../../domain/change/change.ts'
import type { ChangeLog } from '../../../domain/change/change-log.ts'
import type { Mark } from '../commit-watch.ts'
import type { ChangeRow, LibrarySchema } from '../library-schema.ts'
import { countUp, readMark } from './counter.ts'
import { inserts } from './inserts.ts'

/** `mark` learns how far the log came in this transaction. */
export function changeLog(db: Kysely<LibrarySchema>, mark: Mark): ChangeLog {
  return {
    async append(changes) {
      if (changes.length === 0) return
      mark.change = await countUp(db, 'change', changes.length)
      const before = mark.change - changes.length
      const rows = changes.map((change, index) => ({
        seq: before + index + 1,
        event: change.event,
        scheme: change.scheme,
        id: change.id,
        time: change.time,
        portal_id: 'portalId' in change ? change.portalId : null,
      }))
      for (const some of inserts(rows)) await db.insertInto('change').values(some).execute()
    },

    async after(seq, limit) {
      const rows = await db
        .selectFrom('change')
        .selectAll()
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map(fromRow)
    },

    async lastSeq() {
      return (await readMark(db)).change
    },

    async firstSeq() {
      // One statement, for between two the log could grow and be cut.
      const { first, last } = await db
        .selectFrom('counter')
        .select((row) => [
          'value as last',
          row
            .selectFrom('change')
            .select((c) => c.fn.min('seq').as('s'))
            .as('first'),
        ])
        .where('name', '=', 'change')
        .executeTakeFirstOrThrow()
      return first ?? last + 1
    },

    async dropBefore(time) {
      await db.deleteFrom('change').where('time', '<', time).execute()
    },

    async position(work) {
      const row = await db.selectFrom('progress').select('value').where('work', '=', work).executeTakeFirst()
      return row?.value ?? 0
    },

    async setPosition(work, value) {
      await db
        .insertInto('progress')
        .values({ work, value })
        .onConflict((conflict) => conflict.column('work').doUpdateSet({ value }))
        .execute()
    },
  }
}

const fromRow = ({ seq, event, scheme, id, time, portal_id }: ChangeRow): Change =>
  ({ seq, event, scheme, id, time, ...(portal_id !== null && { portalId: portal_id }) }) as Change
