import { type Static, Type } from 'typebox'
import { ContentId, NumberInString, Scheme, WireTime } from '../wire-values.ts'

/** One row of the trash. */
export const TrashEntry = Type.Object({
  id: ContentId,
  scheme: Scheme,
  name: Type.String(),
  size: NumberInString,
  owner: Type.String(),
  ownerName: Type.String(),
  /** A picture of it, at most 240 pixels; good without a token for a while. */
  preview: Type.String(),
  deleted: WireTime,
  /** When it is erased for good. */
  erased: WireTime,
})
export type TrashEntry = Static<typeof TrashEntry>

/** `GET /web/v1/trash?start=&limit=`: what was deleted last comes first. `limit` 1 to 1,000, 100 where absent. */
export const TrashList = Type.Object({
  found: Type.Integer(),
  start: Type.Integer(),
  limit: Type.Integer(),
  results: Type.Array(TrashEntry),
})
export type TrashList = Static<typeof TrashList>

export const TrashQuery = Type.Object({
  start: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
})
export type TrashQuery = Static<typeof TrashQuery>

/** `POST /web/v1/trash/restore`. */
export const RestoreBody = Type.Object({ ids: Type.Array(Type.String(), { maxItems: 1000 }) })
export type RestoreBody = Static<typeof RestoreBody>

/** Those that are not in the trash any more are in `failed`; the rest is back. */
export const Restored = Type.Object({ failed: Type.Array(Type.String()) })
export type Restored = Static<typeof Restored>

/** `POST /web/v1/trash/erase`, for administrators: for good, at once. */
export const EraseBody = Type.Object({ ids: Type.Array(Type.String(), { maxItems: 1000 }) })
export type EraseBody = Static<typeof EraseBody>

/** How many are gone, also of `POST /web/v1/trash/empty`; those that are not in the trash are none. */
export const Erased = Type.Object({ erased: Type.Integer() })
export type Erased = Static<typeof Erased>
