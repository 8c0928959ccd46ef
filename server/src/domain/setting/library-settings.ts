/** What an administrator decides about a library. */
export type LibrarySettings = {
  /** New uploads wait as Pending until somebody approves them. */
  approvalProcess: boolean
  /** Copyright and terms are shown, and terms must be accepted before a download. */
  drm: boolean
}

export const defaultSettings: LibrarySettings = { approvalProcess: false, drm: false }
