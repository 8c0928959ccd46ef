import type { ContentUrls } from '@descant/contract'
import type { Asset } from '../../domain/asset/asset.ts'
import type { BriefAsset } from '../../domain/asset/brief-asset.ts'
import { hasTerms } from '../../domain/terms/terms-not-accepted.ts'
import type { Presenting } from './present-content.ts'

/** Where an asset's bytes are, for who has a token. */
export const binaryUrl = ({ scheme, id }: Pick<Asset, 'scheme' | 'id'>, origin: string): string =>
  `${origin}/api_binary/v1/${scheme}/${id}`

/**
 * All addresses of an asset. The direct ones are good without a token, for a while, and stay equal for ten minutes; to
 * an original with terms there is none, because who holds it has accepted nothing.
 */
export function presentUrls(asset: BriefAsset, { accountId, addresses, origin, profile }: Presenting): ContentUrls {
  const { scheme, id, current } = asset
  const base = binaryUrl(asset, origin)
  const subject = { accountId, assetId: id, versionId: current.id, fileName: asset.name }
  return {
    detail: `${origin}/smartalbum/${scheme}?column=${scheme}&id=${id}`,
    preview: `${base}/preview`,
    download: base,
    metadata: `${base}/metadata`,
    ...(scheme === 'image' && { PNG: `${base}/PNG`, HighJPG: `${base}/HighJPG`, LowJPG: `${base}/LowJPG` }),
    ...((scheme === 'audio' || scheme === 'video') && {
      play: `${base}/play`,
      directUrlPreviewPlay: origin + addresses.play(subject),
    }),
    ...(!hasTerms(asset, profile.settings) && {
      directUrlOriginal:
        origin + (profile.settings.metadataInDownloads ? addresses.described(subject) : addresses.original(subject)),
    }),
    directUrlPreview: origin + addresses.preview(subject, 800),
  }
}
