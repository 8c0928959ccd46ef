import type { Kysely } from 'kysely'
import type { Activity } from '../../../domain/activity/activity.ts'
import type { ActivityStore } from '../../../domain/activity/activity-store.ts'
import type { ActivityRow, LibrarySchema } from '../library-schema.ts'
import { inserts } from './inserts.ts'

export const activityStore = (db: Kysely<LibrarySchema>): ActivityStore => ({
  async append(activities) {
    for (const some of inserts(activities.map(toRow))) await db.insertInto('activity').values(some).execute()
  },

  async ofAsset(asset, { kind, direction, from, limit }) {
    const isUp = direction === 'ascending'
    const order = isUp ? 'asc' : 'desc'
    let query = db.selectFrom('activity').selectAll().where('asset_id', '=', asset)
    if (kind !== null) query = query.where('kind', '=', kind)
    if (from !== null) {
      const beyond = isUp ? '>' : '<'
      query = query.where((row) =>
        row.or([row('time', beyond, from.time), row('time', '=', from.time).and('id', beyond, from.id)]),
      )
    }
    const rows = await query.orderBy('time', order).orderBy('id', order).limit(limit).execute()
    return rows.map(fromRow)
  },

  async dropBefore(time) {
    await db.deleteFrom('activity').where('time', '<', time).execute()
  },
})

const toRow = ({ id, assetId, scheme, kind, by, time, detail }: Activity): ActivityRow => ({
  id,
  asset_id: assetId,
  scheme,
  kind,
  user_name: by.name,
  email: by.email,
  time,
  detail,
})

const fromRow = (row: ActivityRow): Activity =>
  ({
    id: row.id,
    assetId: row.asset_id,
    scheme: row.scheme,
    kind: row.kind,
    by: { name: row.user_name, email: row.email },
    time: row.time,
    detail: row.detail,
  }) as Activity
