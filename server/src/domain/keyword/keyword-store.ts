import type { AssetId } from '../asset/asset.ts'
import type { Keyword, KeywordId } from './keyword.ts'

export interface KeywordStore {
  /** Rejects with `Invalid` (`keyword-exists`) when the name is taken, without regard to case. */
  insert(keyword: Keyword): Promise<void>
  describe(id: KeywordId, description: string): Promise<void>
  /** Takes it from every asset too. */
  delete(id: KeywordId): Promise<void>
  find(id: KeywordId): Promise<Keyword | undefined>
  /** Without regard to case; Unicode, not only ASCII. */
  findByName(name: string): Promise<Keyword | undefined>
  /** By name without regard to case, with the number of assets that carry each. */
  allWithUse(): Promise<(Keyword & { assets: number })[]>
  assetsWith(id: KeywordId): Promise<AssetId[]>
  /** Answers false when the asset had it already. */
  attach(asset: AssetId, keyword: KeywordId): Promise<boolean>
  /** Answers false when the asset did not have it. */
  detach(asset: AssetId, keyword: KeywordId): Promise<boolean>
}
