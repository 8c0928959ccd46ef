import { type Static, Type } from 'typebox'
import { ContentId, Scheme } from './wire-values.ts'

/** #40: what direct addresses are wanted of. Unknown things are left out of the answer. */
export const BatchDirectUriBody = Type.Array(
  Type.Object({
    id: Type.String({ examples: ['ob3mim4rf13dn2kc56lv1eko2p'] }),
    scheme: Type.String({ examples: ['image'] }),
  }),
  {
    maxItems: 1000,
  },
)
export type BatchDirectUriBody = Static<typeof BatchDirectUriBody>

export const DirectUriEntry = Type.Object({
  id: ContentId,
  scheme: Scheme,
  displayName: Type.String(),
  /** For who has a token. */
  preview: Type.String(),
  /** The original's bytes, without a token, for a while. */
  directUri: Type.String(),
})
export type DirectUriEntry = Static<typeof DirectUriEntry>

export const BatchDirectUri = Type.Array(DirectUriEntry)
export type BatchDirectUri = Static<typeof BatchDirectUri>
