import { type AssetAddress, findVisibleAsset } from '../asset/find-visible-asset.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import type { Activity, ActivityKind } from './activity.ts'
import type { ActivityPlace } from './activity-store.ts'
import type { RecentActivity } from './recent-activity.ts'

export type ReportAsked = AssetAddress & {
  /** `null`: whatever was done. */
  kind: ActivityKind | null
  direction: 'ascending' | 'descending'
  from: ActivityPlace | null
  limit: number
}

/** `next`: where the next page begins; `null`: there is none. */
export type ActivityReport = { activities: Activity[]; next: ActivityPlace | null }

/**
 * A page of what was done with an asset. Pages hang on entries, not on numbers, so that new activity moves nothing.
 * What this process has noted is written first: whoever has fetched a file finds it in the report.
 */
export async function reportActivity(
  { library, clock, recentActivity }: { library: Library; clock: Clock; recentActivity: RecentActivity },
  { kind, direction, from, limit, ...address }: ReportAsked,
): Promise<ActivityReport> {
  const asset = await findVisibleAsset(library.read, address, clock.now())
  await recentActivity.flush(library)
  const found = await library.read.activities.ofAsset(asset.id, { kind, direction, from, limit: limit + 1 })
  const activities = found.slice(0, limit)
  const last = activities.at(-1)
  return { activities, next: found.length > limit && last ? { time: last.time, id: last.id } : null }
}
