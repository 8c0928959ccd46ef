import type { Approval, Asset, AssetId } from '../../../domain/asset/asset.ts'
import type { BriefAsset } from '../../../domain/asset/brief-asset.ts'
import type { Scheme } from '../../../domain/asset/scheme.ts'
import type { AssetRow, VersionRow } from '../library-schema.ts'
import type { Attached, NotedVersion } from './attached.ts'
import { versionFromRow } from './version-row.ts'

export const assetToRow = (asset: Asset): AssetRow => ({
  id: asset.id,
  scheme: asset.scheme,
  name: asset.name,
  description: asset.description,
  author: asset.author,
  copyright: asset.copyright,
  terms_and_conditions: asset.termsAndConditions,
  owner: asset.owner,
  owner_name: asset.ownerName,
  created_at: asset.createdAt,
  modified_at: asset.modifiedAt,
  approval: asset.approval,
  expires_at: asset.expiresAt,
  trashed_at: null,
  current_no: asset.current.no,
  // noted once everything is
  attached: null,
  current_version: null,
})

/** What of the asset's own row is read, beside its id as `asset_id`. */
export const assetColumns = [
  'a.scheme',
  'a.name',
  'a.description',
  'a.author',
  'a.copyright',
  'a.terms_and_conditions',
  'a.owner',
  'a.owner_name',
  'a.created_at',
  'a.modified_at',
  'a.approval',
  'a.expires_at',
] as const

type OwnRow = Omit<AssetRow, 'id' | 'trashed_at' | 'current_no' | 'attached' | 'current_version'> & {
  asset_id: string
  /** JSON of `Attached`. */
  attached: string
}

/** `current_version`: JSON of `NotedVersion`. */
export type BriefAssetRow = OwnRow & { current_version: string }

/** Beside all of its current version's, whose scheme has another name. */
export type JoinedAssetRow = OwnRow & Omit<VersionRow, 'brief_metadata'> & { version_scheme: string }

export const assetFromRow = (row: JoinedAssetRow): Asset => ({
  ...fromOwnRow(row),
  current: versionFromRow(row, row.version_scheme),
})

export function briefAssetFromRow(row: BriefAssetRow): BriefAsset {
  const { said, measures, metadata } = JSON.parse(row.current_version) as NotedVersion
  return { ...fromOwnRow(row), current: { ...said, measures, metadata } }
}

const fromOwnRow = (row: OwnRow): Omit<Asset, 'current'> => ({
  id: row.asset_id as AssetId,
  scheme: row.scheme as Scheme,
  name: row.name,
  description: row.description,
  author: row.author,
  copyright: row.copyright,
  termsAndConditions: row.terms_and_conditions,
  owner: row.owner,
  ownerName: row.owner_name,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
  approval: row.approval as Approval,
  expiresAt: row.expires_at,
  ...(JSON.parse(row.attached) as Attached),
})
