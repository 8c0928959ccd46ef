import { type Static, Type } from 'typebox'

/** `POST /version/comment`. Without `versionId`: the current version. */
export const VersionCommentBody = Type.Object({
  id: Type.String({ examples: ['ob3mim4rf13dn2kc56lv1eko2p'] }),
  scheme: Type.String({ examples: ['image'] }),
  versionId: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  comment: Type.String(),
})
export type VersionCommentBody = Static<typeof VersionCommentBody>
