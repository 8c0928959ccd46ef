import { type Static, Type } from 'typebox'
import { Scheme, WireTime } from '../wire-values.ts'

/** One row of Settings → Share links, and of an asset's page. */
export const ShareEntry = Type.Object({
  id: Type.String(),
  url: Type.String(),
  state: Type.Enum(['open', 'expired', 'revoked']),
  createdBy: Type.String(),
  createdByName: Type.String(),
  created: WireTime,
  /** The last day, `YYYY-MM-DD`; `null`: never. */
  expires: Type.Union([Type.String(), Type.Null()]),
  hideShareBy: Type.Boolean(),
  allowDownloadOriginal: Type.Boolean(),
  allowCropAndResize: Type.Boolean(),
  allowPresets: Type.Boolean(),
  /** How many files it was made with. */
  contents: Type.Integer(),
  /** The first of them; `null` when it is gone. */
  first: Type.Union([Type.Object({ scheme: Scheme, id: Type.String(), name: Type.String() }), Type.Null()]),
})
export type ShareEntry = Static<typeof ShareEntry>

/** `GET /web/v1/shares`: one's own, or for administrators everyone's; newest first. `content`: shares of this asset alone. */
export const ShareListQuery = Type.Object({
  content: Type.Optional(Type.String()),
  start: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type ShareListQuery = Static<typeof ShareListQuery>

export const ShareList = Type.Object({ found: Type.Integer(), results: Type.Array(ShareEntry) })
export type ShareList = Static<typeof ShareList>
