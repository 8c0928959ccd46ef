import type { Asset } from '../asset/asset.ts'
import type { Share } from './share.ts'

/** What a download from a share is; `null`: this file may be looked at, and no more. */
export type Delivery = 'original' | 'converted' | null

export function deliveryOf(
  { allowsOriginal }: Pick<Share, 'allowsOriginal'>,
  { scheme, current }: Pick<Asset, 'scheme' | 'current'>,
): Delivery {
  if (allowsOriginal) return 'original'
  return scheme === 'image' && current.hasPreview ? 'converted' : null
}
