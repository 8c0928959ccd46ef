import type { Brand } from '../brand.ts'
import type { CollectionId } from '../collection/collection.ts'
import type { CustomValues } from '../custom-field/custom-field.ts'
import type { Scheme } from './scheme.ts'
import type { Version } from './version.ts'

/** 26 characters of base32hex; never reused. The id of the upload it came from. */
export type AssetId = Brand<string, 'AssetId'>

export const approvals = ['Approved', 'Pending', 'Restricted'] as const
export type Approval = (typeof approvals)[number]

/** One thing in the library, with its current version. Times are milliseconds. */
export type Asset = {
  id: AssetId
  scheme: Scheme
  name: string
  description: string
  author: string
  copyright: string
  termsAndConditions: string
  /** E-mail address and name of the first uploader, kept as text. */
  owner: string
  ownerName: string
  /** First upload. */
  createdAt: number
  /** Last change of anything visible. */
  modifiedAt: number
  approval: Approval
  /** From this moment on it counts as Expired. */
  expiresAt: number | null
  /** In the order they were given. */
  tags: string[]
  /** Names of keywords, by name. */
  keywords: string[]
  customValues: CustomValues
  albumIds: CollectionId[]
  current: Version
}

export const hasExpired = (asset: Pick<Asset, 'expiresAt'>, now: number): boolean =>
  asset.expiresAt !== null && asset.expiresAt <= now
