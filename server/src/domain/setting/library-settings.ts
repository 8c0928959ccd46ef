import { type RateLimits, usualRateLimits } from './rate-limits.ts'

/** What an administrator decides about a library. */
export type LibrarySettings = {
  /** New uploads wait as Pending until somebody approves them. */
  approvalProcess: boolean
  /** Copyright and terms are shown, and terms must be accepted before a download. */
  drm: boolean
  /** How many may be administrators or contributors, and how many consumers; `null`: any number. */
  editorSeats: number | null
  consumerSeats: number | null
  rateLimits: RateLimits
  /** A download of an original carries what the library says of it, unless the request says otherwise. */
  metadataInDownloads: boolean
  /** Keywords in uploaded files that the vocabulary lacks become words of it; else they are the asset's tags. */
  newKeywordsFromFiles: boolean
}

export const defaultSettings: LibrarySettings = {
  approvalProcess: false,
  drm: false,
  editorSeats: null,
  consumerSeats: null,
  rateLimits: usualRateLimits,
  metadataInDownloads: false,
  newKeywordsFromFiles: false,
}
