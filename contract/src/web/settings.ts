import { type Static, Type } from 'typebox'

/** `GET /web/v1/settings`: what an administrator decided about the library. */
export const AccountSettings = Type.Object({
  /** New uploads wait as Pending until somebody approves them. */
  approvalProcess: Type.Boolean(),
  /** Copyright and terms are shown, and terms must be accepted before a download. */
  drm: Type.Boolean(),
  /** Downloads of originals carry what the library says of them. */
  metadataInDownloads: Type.Boolean(),
  /** Keywords in uploaded files extend the vocabulary. */
  newKeywordsFromFiles: Type.Boolean(),
})
export type AccountSettings = Static<typeof AccountSettings>

/** `PUT /web/v1/settings`: what is absent stays as it is. */
export const ChangeSettingsBody = Type.Partial(AccountSettings)
export type ChangeSettingsBody = Static<typeof ChangeSettingsBody>
