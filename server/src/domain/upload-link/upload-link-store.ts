import type { AssetId } from '../asset/asset.ts'
import type { CollectionId } from '../collection/collection.ts'
import type { LinkedFile, UploadLink, UploadLinkId } from './upload-link.ts'

export type UploadLinksWanted = {
  /** An e-mail address; `null`: everyone's. */
  by: string | null
  start: number
  limit: number
}

export interface UploadLinkStore {
  insert(link: UploadLink): Promise<void>
  find(id: UploadLinkId): Promise<UploadLink | undefined>
  /** Newest first with the files each brought, and how many links there are in all. */
  list(wanted: UploadLinksWanted): Promise<{ found: number; links: (UploadLink & { files: number })[] }>
  setAlbum(id: UploadLinkId, album: CollectionId): Promise<void>
  /** One that is revoked already keeps its time. */
  revoke(id: UploadLinkId, at: number): Promise<void>
  /** A file begins to come; it counts for its sender whether it arrives or not. */
  beginFile(file: LinkedFile): Promise<void>
  /** It has come, as this upload. */
  endFile(id: string, upload: AssetId): Promise<void>
  /** Files this sender began since then. */
  countBegun(link: UploadLinkId, sender: string, since: number): Promise<number>
}
