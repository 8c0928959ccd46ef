import type { ShareEntry } from '@descant/contract'
import type { Asset } from '../../../domain/asset/asset.ts'
import { lastDayBefore } from '../../../domain/end-of-day.ts'
import { type Share, stateOf } from '../../../domain/sharing/share.ts'
import { toWireTime } from '../../http/wire-time.ts'

export function presentShare(
  share: Share,
  { origin, now, first }: { origin: string; now: number; first: Asset | undefined },
): ShareEntry {
  return {
    id: share.id,
    url: `${origin}/s/${share.id}`,
    state: stateOf(share, now),
    createdBy: share.createdBy,
    createdByName: share.createdByName,
    created: toWireTime(share.createdAt),
    expires: share.expiresAt === null ? null : lastDayBefore(share.expiresAt),
    hideShareBy: share.hidesCreator,
    allowDownloadOriginal: share.allowsOriginal,
    allowCropAndResize: share.allowsCropAndResize,
    allowPresets: share.allowsPresets,
    contents: share.assetIds.length,
    first: first ? { scheme: first.scheme, id: first.id, name: first.name } : null,
  }
}
