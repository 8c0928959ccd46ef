import { type Static, Type } from 'typebox'
import { ContentId, Scheme } from '../wire-values.ts'

/** `POST /web/v1/duplicates`: ids of assets. */
export const DuplicatesBody = Type.Object({ ids: Type.Array(Type.String(), { maxItems: 100 }) })
export type DuplicatesBody = Static<typeof DuplicatesBody>

/** Which of them are the very same file as others, byte for byte; those that are the only one are left out. */
export const DuplicateList = Type.Object({
  results: Type.Array(
    Type.Object({
      id: ContentId,
      others: Type.Array(Type.Object({ id: ContentId, scheme: Scheme, name: Type.String() })),
    }),
  ),
})
export type DuplicateList = Static<typeof DuplicateList>
