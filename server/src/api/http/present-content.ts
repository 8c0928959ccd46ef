import type { BriefContent, ContentDetails, VersionEntry } from '@descant/contract'
import type { AccountId } from '../../domain/account/account.ts'
import { type Asset, hasExpired } from '../../domain/asset/asset.ts'
import type { BriefAsset } from '../../domain/asset/brief-asset.ts'
import type { Version } from '../../domain/asset/version.ts'
import type { CollectionTree } from '../../domain/collection/collection-tree.ts'
import type { SignedAddresses } from '../../domain/rendition/signed-address.ts'
import type { LibraryProfile } from '../../domain/setting/library-profiles.ts'
import { presentAdditional } from './present-additional.ts'
import { presentRelatedAlbum } from './present-collection.ts'
import { presentDefaultFields } from './present-default-fields.ts'
import { binaryUrl, presentUrls } from './present-urls.ts'
import { toWireTime } from './wire-time.ts'

/** What an answer about assets needs to know beside them. */
export type Presenting = {
  accountId: AccountId
  origin: string
  addresses: SignedAddresses
  tree: CollectionTree
  /** Whether the tree's sizes are those that consumers see. */
  forConsumers: boolean
  profile: LibraryProfile
  now: number
}

const oneDay = 24 * 3_600_000

/** An asset as every list shows it. https://support.canto.com (#5), and the keys of contract §5. */
export function presentBrief(asset: BriefAsset, presenting: Presenting): BriefContent {
  const { current } = asset
  const { width, height, dpi } = current.measures
  return {
    scheme: asset.scheme,
    id: asset.id,
    name: asset.name,
    size: String(current.size),
    owner: asset.owner,
    ownerName: asset.ownerName,
    description: asset.description,
    created: toWireTime(asset.createdAt),
    time: toWireTime(asset.modifiedAt),
    lastUploaded: toWireTime(current.uploadedAt),
    approvalStatus: hasExpired(asset, presenting.now) ? 'Expired' : asset.approval,
    keyword: asset.keywords,
    tag: asset.tags,
    ...(width !== null && { width: wholeNumber(width) }),
    ...(height !== null && { height: wholeNumber(height) }),
    ...(dpi !== null && { dpi: wholeNumber(dpi) }),
    md5: current.md5,
    url: presentUrls(asset, presenting),
    default: presentDefaultFields(asset),
    additional: presentAdditional(asset.customValues, presenting.profile.fields),
    relatedAlbums: asset.albumIds.flatMap((id) => {
      const album = presenting.tree.find(id)
      return album ? [presentRelatedAlbum(album, presenting.origin)] : []
    }),
  }
}

/** Everything about one asset (#3). `versions`: newest first. */
export function presentDetails(asset: Asset, versions: readonly Version[], presenting: Presenting): ContentDetails {
  const { drm } = presenting.profile.settings
  return {
    ...presentBrief(asset, presenting),
    versionHistory: versions.map((version) => presentVersion(asset, version, presenting)),
    metadata: { 'File Name': asset.current.fileName, ...asset.current.metadata },
    ...(drm && asset.copyright !== '' && { copyright: asset.copyright }),
    ...(drm && asset.termsAndConditions !== '' && { termsAndConditions: asset.termsAndConditions }),
    // the last day it may be used, not the moment it ends (contract §7)
    ...(asset.expiresAt !== null && { expirationDate: toWireTime(asset.expiresAt - oneDay) }),
  }
}

function presentVersion(asset: Asset, version: Version, { origin }: Presenting): VersionEntry {
  const download = `${binaryUrl(asset, origin)}/${version.id}`
  const time = toWireTime(version.uploadedAt)
  return {
    no: String(version.no),
    ownerName: version.uploadedByName,
    created: time,
    time,
    versionId: version.id,
    uri: { preview: `${download}/preview`, download },
    ...(version.comment !== '' && { comment: version.comment }),
  }
}

const wholeNumber = (measure: number): string => String(Math.round(measure))
