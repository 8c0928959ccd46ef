import type { AssetId } from '../asset/asset.ts'
import type { Share, ShareId } from './share.ts'

export type SharesWanted = {
  /** An e-mail address; `null`: everyone's. */
  by: string | null
  /** Shares of this asset alone; `null`: all. */
  of: AssetId | null
  start: number
  limit: number
}

export interface ShareStore {
  insert(share: Share): Promise<void>
  find(id: ShareId): Promise<Share | undefined>
  /** Newest first, and how many there are in all. */
  list(wanted: SharesWanted): Promise<{ found: number; shares: Share[] }>
  /** One that is revoked already keeps its time. */
  revoke(id: ShareId, at: number): Promise<void>
}
