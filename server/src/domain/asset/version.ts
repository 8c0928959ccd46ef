import type { Brand } from '../brand.ts'
import type { ObjectKey } from '../ports/object-store.ts'
import type { AssetId } from './asset.ts'
import type { Scheme } from './scheme.ts'

/** 26 characters of base32hex. */
export type VersionId = Brand<string, 'VersionId'>

/** Pixels, seconds and pages as the file states them; `null` where it says nothing. */
export type Measures = {
  width: number | null
  height: number | null
  dpi: number | null
  /** Whole seconds. */
  duration: number | null
  pages: number | null
  /** Milliseconds; when the picture was taken, the text written. */
  createdInFileAt: number | null
}

/** One file an asset has or had. Its `uploadedAt` is the asset's `lastUploaded` while it is the current one. */
export type Version = {
  id: VersionId
  assetId: AssetId
  /** 1, 2, 3 … */
  no: number
  /** What its content is; the asset's own while it is the current one. */
  scheme: Scheme
  fileName: string
  /** Lower case, without the dot, from the content where it tells and the name where not. */
  extension: string
  contentType: string
  size: number
  md5: string
  sha256: string
  object: ObjectKey
  uploadedAt: number
  uploadedBy: string
  uploadedByName: string
  comment: string
  measures: Measures
  /** Names and values in the published page's style: `"Image Width": "1024"`. */
  metadata: Record<string, string>
  /** Text inside documents, for search; empty where there is none. */
  text: string
  /** Whether a picture of the content could be drawn; otherwise an icon stands for it. */
  hasPreview: boolean
  /** What was lacking when it was examined: names of tools, or `laterRelease`. What is there now may do more. */
  lacked: string[]
}

/** Among what was lacking: this program as it is now. Earlier releases looked less closely. */
export const laterRelease = 'a-later-release'

/** What looking into a file says of it. */
export type Examination = Pick<
  Version,
  'scheme' | 'extension' | 'contentType' | 'measures' | 'metadata' | 'text' | 'hasPreview' | 'lacked'
>
