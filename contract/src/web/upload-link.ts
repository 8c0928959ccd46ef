import { type Static, Type } from 'typebox'
import { Recipient } from '../upload-link.ts'
import { WireTime } from '../wire-values.ts'

/** One row of Settings → Upload links. */
export const UploadLinkEntry = Type.Object({
  id: Type.String(),
  url: Type.String(),
  name: Type.String(),
  description: Type.String(),
  state: Type.Enum(['open', 'expired', 'revoked']),
  createdBy: Type.String(),
  createdByName: Type.String(),
  created: WireTime,
  /** The last day, `YYYY-MM-DD`; `null`: never. */
  expires: Type.Union([Type.String(), Type.Null()]),
  recipients: Type.Array(Recipient),
  /** How many files came. */
  files: Type.Integer(),
  /** Where they are; `null` until the first came. */
  albumId: Type.Union([Type.String(), Type.Null()]),
})
export type UploadLinkEntry = Static<typeof UploadLinkEntry>

/** `GET /web/v1/upload-links`: one's own, or for administrators everyone's; newest first. */
export const UploadLinkListQuery = Type.Object({
  start: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type UploadLinkListQuery = Static<typeof UploadLinkListQuery>

export const UploadLinkList = Type.Object({ found: Type.Integer(), results: Type.Array(UploadLinkEntry) })
export type UploadLinkList = Static<typeof UploadLinkList>
