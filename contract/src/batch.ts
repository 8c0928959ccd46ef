import { type Static, Type } from 'typebox'

export const ContentReference = Type.Object({
  id: Type.String(),
  scheme: Type.String(),
  displayName: Type.Optional(Type.String()),
})
export type ContentReference = Static<typeof ContentReference>

/** #26 and #27. `albumPath` is an album's id or its id path. */
export const BatchAlbumBody = Type.Object({
  albumPath: Type.String(),
  contents: Type.Union([Type.Array(ContentReference), Type.Record(Type.String(), ContentReference)]),
})
export type BatchAlbumBody = Static<typeof BatchAlbumBody>

export const BatchAlbumFailure = Type.Object({ id: Type.String(), displayName: Type.String(), reason: Type.String() })
export type BatchAlbumFailure = Static<typeof BatchAlbumFailure>
