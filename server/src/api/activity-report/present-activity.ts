import type { ActivityList } from '@descant/contract'
import type { ActivityReport } from '../../domain/activity/report-activity.ts'
import { toWireTime } from '../http/wire-time.ts'
import { actionName } from './action-name.ts'
import { type ActivityQueryRead, writeMarker } from './parse-activity-query.ts'

export const presentActivity = (
  { activities, next }: ActivityReport,
  { limit, direction }: Pick<ActivityQueryRead, 'limit' | 'direction'>,
): ActivityList => ({
  limit,
  results: activities.map((activity) => ({
    user: activity.by.name,
    actionName: actionName(activity),
    email: activity.by.email,
    actionTime: toWireTime(activity.time),
  })),
  sortDirection: direction,
  sortBy: 'time',
  ...(next && { nextMarker: writeMarker(next) }),
})
