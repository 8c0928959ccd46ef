import type { Approval, Asset, AssetId } from '../../../domain/asset/asset.ts'
import type { Scheme } from '../../../domain/asset/scheme.ts'
import type { AssetRow, VersionRow } from '../library-schema.ts'
import type { Attached } from './attached.ts'
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
})

/** The asset's columns under names of their own, beside all of its current version's. */
export type JoinedAssetRow = VersionRow &
  Omit<AssetRow, 'id' | 'trashed_at' | 'current_no' | 'attached'> & {
    version_scheme: string
    /** JSON of `Attached`. */
    attached: string
  }

export const assetFromRow = (row: JoinedAssetRow): Asset => ({
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
  current: versionFromRow(row, row.version_scheme),
})
