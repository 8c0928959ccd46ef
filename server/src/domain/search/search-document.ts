import type { Approval, AssetId } from '../asset/asset.ts'
import type { Scheme } from '../asset/scheme.ts'
import type { CollectionId } from '../collection/collection.ts'
import type { CustomFieldId } from '../custom-field/custom-field.ts'

/** All that lists, search, filters and facets need to know of an asset. Times are milliseconds. */
export type SearchDocument = {
  id: AssetId
  scheme: Scheme
  name: string
  description: string
  comment: string
  author: string
  keywords: readonly string[]
  tags: readonly string[]
  /** Text inside the file. */
  text: string
  owner: string
  size: number
  createdAt: number
  modifiedAt: number
  uploadedAt: number
  createdInFileAt: number | null
  /** Longest side. */
  dimension: number | null
  dpi: number | null
  orientation: 'Landscape' | 'Portrait' | 'Square' | null
  duration: number | null
  pages: number | null
  extension: string
  approval: Approval
  expiresAt: number | null
  storageClass: 'standard' | 'freeze'
  albums: readonly CollectionId[]
  /** What custom fields of text, choices and addresses say; fields without a value are absent. */
  customTexts: Readonly<Record<CustomFieldId, readonly string[]>>
  /** Custom numbers, and custom dates as Unix seconds of their first moment. */
  customNumbers: Readonly<Record<CustomFieldId, number>>
}
