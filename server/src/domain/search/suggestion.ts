import { foldSpaced } from './parse-keyword.ts'
import type { SearchQuery } from './search-query.ts'

/** What values are suggested from while somebody types. */
export const suggestedFields = ['keywords', 'tags'] as const
export type SuggestedField = (typeof suggestedFields)[number]

/** What the caller may see: suggestions never come from anything else. */
export type Restriction = Pick<SearchQuery, 'albums' | 'sees' | 'now'>

/** A value there is, and how many assets have it; spellings that differ only in case are one. */
export type Suggestion = { value: string; count: number }

/** Whether a value, or one of its words, begins with what was typed; both folded by `foldSuggested`. */
export const beginsWith = (folded: string, prefix: string): boolean => ` ${folded}`.includes(` ${prefix}`)

/** Case, diacritics and the width of spaces do not count. */
export const foldSuggested = foldSpaced
