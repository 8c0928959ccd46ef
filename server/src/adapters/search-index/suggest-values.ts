import { beginsWith, foldSuggested, type SuggestedField, type Suggestion } from '../../domain/search/suggestion.ts'
import { mergeSpellings } from './count-facets.ts'
import type { IndexedDocument } from './indexed-document.ts'

/** Among the documents given, which are those the caller may see. */
export function suggestValues(
  documents: Iterable<IndexedDocument>,
  field: SuggestedField,
  prefix: string,
): Suggestion[] {
  const wanted = foldSuggested(prefix)
  const counts = new Map<string, number>()
  for (const { document } of documents) {
    for (const value of document[field]) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return mergeSpellings(counts)
    .filter(([value]) => value !== '' && beginsWith(foldSuggested(value), wanted))
    .map(([value, count]) => ({ value, count }))
}
