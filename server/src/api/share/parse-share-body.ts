import type { ShareBody } from '@descant/contract'
import type { AssetId } from '../../domain/asset/asset.ts'
import { endOfDay } from '../../domain/end-of-day.ts'
import type { NewShare } from '../../domain/sharing/create-share.ts'
import { referencesIn } from '../http/references-in.ts'

/** The body of #25; contents as an array or, as some clients send it, keyed by id. Schemes in any case. */
export function parseShareBody({ shareDetail, contents }: ShareBody): Omit<NewShare, 'by' | 'role'> {
  const { expires } = shareDetail
  return {
    contents: referencesIn(contents).map(({ id, scheme }) => ({ id: id as AssetId, scheme: scheme.toLowerCase() })),
    expiresAt: expires ? endOfDay(expires, 'expires') : null,
    hidesCreator: shareDetail.hideShareBy,
    allowsOriginal: shareDetail.allowDownloadOriginal,
    allowsCropAndResize: shareDetail.allowCropAndResize,
    allowsPresets: shareDetail.allowPresets,
  }
}
