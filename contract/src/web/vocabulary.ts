import { type Static, Type } from 'typebox'

/** One row of Settings → Keywords. `assets` counts everything that carries it, whoever asks. */
export const VocabularyEntry = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  assets: Type.Integer(),
})
export type VocabularyEntry = Static<typeof VocabularyEntry>

/** `GET /web/v1/keywords`, by name. */
export const Vocabulary = Type.Object({ results: Type.Array(VocabularyEntry) })
export type Vocabulary = Static<typeof Vocabulary>

/** `PUT /web/v1/keywords/{id}`: what the keyword means. */
export const DescribeKeywordBody = Type.Object({ description: Type.String() })
export type DescribeKeywordBody = Static<typeof DescribeKeywordBody>

/** `DELETE /web/v1/keywords/{id}`: gone from the vocabulary, and from this many assets. */
export const RemovedKeyword = Type.Object({ assets: Type.Integer() })
export type RemovedKeyword = Static<typeof RemovedKeyword>
