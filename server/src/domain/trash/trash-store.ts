import type { AssetId } from '../asset/asset.ts'
import type { Version } from '../asset/version.ts'
import type { TrashedAsset } from './trash.ts'

/** Assets are put there and brought back through `AssetStore`. */
export interface TrashStore {
  /** What was trashed at this time or later; what was deleted last comes first. */
  list(page: { since: number; start: number; limit: number }): Promise<{ found: number; assets: TrashedAsset[] }>
  /** In no order; what is not in the trash is left out. Any number of ids, a few queries in all. */
  findMany(ids: readonly AssetId[]): Promise<TrashedAsset[]>
  /** The version it was shown by; `undefined` where it is not in the trash. */
  currentOf(id: AssetId): Promise<Version | undefined>
  /** What lies there longest comes first. */
  trashedBefore(time: number, limit: number): Promise<AssetId[]>
  /** The bytes of all versions, each once. */
  contentOf(id: AssetId): Promise<Pick<Version, 'sha256' | 'object'>[]>
  /** Whether all that has these bytes, and at least one asset, was trashed before `time`. */
  holdsAlone(sha256: string, time: number): Promise<boolean>
  /** As if they had been trashed before all time, so that nobody has them back. Answers how many were there. */
  giveUp(which: readonly AssetId[] | 'everything'): Promise<number>
  /** Out of the trash, with all its versions, for good. Of an asset that is not in the trash: nothing. */
  erase(id: AssetId): Promise<void>
}
