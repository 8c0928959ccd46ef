import type { AssetId } from '../asset/asset.ts'
import type { Activity, ActivityId, ActivityKind } from './activity.ts'

/** A place between two entries of an asset: just beside the one it names. */
export type ActivityPlace = { time: number; id: ActivityId }

export interface ActivityStore {
  append(activities: readonly Activity[]): Promise<void>
  /** An asset's entries in order of time, from the place on in this direction, the entry it names left out; at most `limit`. */
  ofAsset(
    asset: AssetId,
    asked: {
      kind: ActivityKind | null
      direction: 'ascending' | 'descending'
      from: ActivityPlace | null
      limit: number
    },
  ): Promise<Activity[]>
  dropBefore(time: number): Promise<void>
}
