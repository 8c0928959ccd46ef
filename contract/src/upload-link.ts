import { type Static, Type } from 'typebox'

export const Recipient = Type.Object({ firstName: Type.String(), lastName: Type.String(), email: Type.String() })
export type Recipient = Static<typeof Recipient>

/**
 * #28. The answer is the link's id, as text; its page is at `/u/{id}`. `displayExpireDate` is the last day, `YYYY-MM-DD`,
 * and needed where `isNeverExpired` is false.
 */
export const UploadLinkBody = Type.Object({
  /** The link's name. */
  portalName: Type.String(),
  description: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  emailSubject: Type.String(),
  emailBody: Type.String(),
  isNeverExpired: Type.Boolean(),
  displayExpireDate: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  recipients: Type.Array(Recipient),
  editable: Type.Optional(Type.Unknown()),
})
export type UploadLinkBody = Static<typeof UploadLinkBody>
