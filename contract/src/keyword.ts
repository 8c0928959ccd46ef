import { type Static, Type } from 'typebox'

/** #29: a new word of the account's vocabulary. */
export const AddKeywordBody = Type.Object({
  name: Type.String(),
  description: Type.Optional(Type.Union([Type.String(), Type.Null()])),
})
export type AddKeywordBody = Static<typeof AddKeywordBody>
