/** What an administrator decides about a library. */
export type LibrarySettings = {
  /** New uploads wait as Pending until somebody approves them. */
  approvalProcess: boolean
  /** Copyright and terms are shown, and terms must be accepted before a download. */
  drm: boolean
  /** How many may be administrators or contributors, and how many consumers; `null`: any number. */
  editorSeats: number | null
  consumerSeats: number | null
}

export const defaultSettings: LibrarySettings = {
  approvalProcess: false,
  drm: false,
  editorSeats: null,
  consumerSeats: null,
}
