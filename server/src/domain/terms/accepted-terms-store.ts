import type { AssetId } from '../asset/asset.ts'
import type { UserId } from '../user/user.ts'

/** Who accepted which terms of which asset. */
export interface AcceptedTermsStore {
  /** Instead of what this user accepted for the asset before. */
  accept(user: UserId, asset: AssetId, terms: string, at: number): Promise<void>
  /** The words this user accepted last for each of the assets; absent where none. Any number of ids, one query. */
  acceptedBy(user: UserId, assets: readonly AssetId[]): Promise<Map<AssetId, string>>
}
