import { type Static, Type } from 'typebox'
import { Scheme } from '../wire-values.ts'

/** Something in the library of which a word begins with what was typed; `count` is how many assets have or hold it. */
export const SuggestionEntry = Type.Union([
  Type.Object({
    kind: Type.Union([Type.Literal('keyword'), Type.Literal('tag')]),
    value: Type.String(),
    count: Type.Integer(),
  }),
  /** Of a folder `count` is how many folders and albums are right in it. `within`: the folder above; empty at the root. */
  Type.Object({
    kind: Type.Union([Type.Literal('album'), Type.Literal('folder')]),
    value: Type.String(),
    count: Type.Integer(),
    id: Type.String(),
    within: Type.String(),
  }),
  Type.Object({
    kind: Type.Literal('asset'),
    value: Type.String(),
    count: Type.Integer(),
    id: Type.String(),
    scheme: Scheme,
  }),
])
export type SuggestionEntry = Static<typeof SuggestionEntry>

/** `GET /web/v1/suggestions?q=…&limit=…`: keywords, tags, albums and folders, assets, in this order. */
export const SuggestionList = Type.Object({ results: Type.Array(SuggestionEntry) })
export type SuggestionList = Static<typeof SuggestionList>

export const SuggestionQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
})

/**
 * `GET /web/v1/did-you-mean`, with the parameters of a search, and `album` or `folder` where it was in one: what was
 * perhaps meant by a keyword that finds nothing, and how much that finds. Empty where there is nothing to propose.
 */
export const DidYouMean = Type.Object({
  results: Type.Array(Type.Object({ keyword: Type.String(), found: Type.Integer() })),
})
export type DidYouMean = Static<typeof DidYouMean>
