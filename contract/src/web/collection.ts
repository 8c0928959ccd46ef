import { type Static, Type } from 'typebox'

/**
 * `PUT /web/v1/folders/{id}`, `PUT /web/v1/albums/{id}`: what is absent stays as it is. Answers it as the tree has it
 * now. With a token for a portal: inside the portal, but not what was chosen for it.
 */
export const ChangeCollectionBody = Type.Object({
  name: Type.Optional(Type.String()),
  description: Type.Optional(Type.String()),
  /** The folder it moves into; `null`: the library's root. */
  parentId: Type.Optional(Type.Union([Type.Null(), Type.String()])),
})
export type ChangeCollectionBody = Static<typeof ChangeCollectionBody>
