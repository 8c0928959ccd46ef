import type { AssetId } from '../asset/asset.ts'
import type { Scheme } from '../asset/scheme.ts'
import type { CollectionId } from '../collection/collection.ts'
import type { PortalId } from '../portal/portal.ts'
import type { ObjectKey } from '../ports/object-store.ts'

export const uploadStates = ['Initial', 'Queue', 'Processing', 'Done', 'Error'] as const
export type UploadState = (typeof uploadStates)[number]

/** A file on its way in. Every byte is durable before the row exists, and the row before the sender is answered. */
export type Upload = {
  /** Becomes the asset's id, unless it is a new version of another asset. */
  id: AssetId
  fileName: string
  object: ObjectKey
  size: number
  md5: string
  sha256: string
  uploadedBy: string
  uploadedByName: string
  uploadedAt: number
  state: UploadState
  /** Why it ended as Error. */
  message: string | null
  scheme: Scheme | null
  /** What the sender asked for. */
  tags: string[]
  albumId: CollectionId | null
  /** The asset this is a new version of. */
  versionOf: AssetId | null
  /** Sent in through this portal, so it goes only where that is. */
  portalId: PortalId | null
  /** Metadata the sender gave beside the file: name, description, keywords… Unknown ones are kept as they came. */
  given: Record<string, string>
  /** An administrator wants it although its content does not fit its kind. */
  takeInAnyway: boolean
  /** `null` until the state is Done or Error. */
  finishedAt: number | null
}

/** What lists show of one. */
export type ListedUpload = Pick<
  Upload,
  | 'id'
  | 'fileName'
  | 'uploadedAt'
  | 'state'
  | 'message'
  | 'scheme'
  | 'versionOf'
  | 'portalId'
  | 'given'
  | 'takeInAnyway'
>
