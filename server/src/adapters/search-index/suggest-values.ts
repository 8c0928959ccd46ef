import { fold } from '../../domain/fold.ts'
import { compareNames } from '../../domain/search/compare-names.ts'
import { foldWords } from '../../domain/search/fold-words.ts'
import type { SearchDocument } from '../../domain/search/search-document.ts'
import { beginsWith, foldSuggested, type SuggestedField, type Suggestion } from '../../domain/search/suggestion.ts'
import { mergeSpellings } from './count-facets.ts'
import type { IndexedDocument } from './indexed-document.ts'
import { wordsMatcher } from './match-words.ts'
import type { Vocabulary } from './vocabulary.ts'

const valuesOf: Record<Exclude<SuggestedField, 'names'>, (document: SearchDocument) => readonly string[]> = {
  keywords: (document) => document.keywords,
  tags: (document) => document.tags,
  owners: (document) => [document.owner],
}

/** Among the documents given, which are those the caller may see. */
export function suggestValues(
  documents: Iterable<IndexedDocument>,
  field: Exclude<SuggestedField, 'names'>,
  prefix: string,
): Suggestion[] {
  const wanted = foldSuggested(prefix)
  const counts = new Map<string, number>()
  for (const { document } of documents) {
    for (const value of valuesOf[field](document)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return mergeSpellings(counts)
    .filter(([value]) => value !== '' && beginsWith(foldSuggested(value), wanted))
    .map(([value, count]) => ({ value, count }))
}

export function suggestNames(documents: Iterable<IndexedDocument>, prefix: string, words: Vocabulary): Suggestion[] {
  const typed = foldWords(prefix)
  if (typed.length === 0) return []
  const matches = wordsMatcher(typed, true, words)
  const counts = new Map<string, number>()
  for (const indexed of documents) {
    const { name } = indexed.document
    if (matches(indexed, indexed.fields.filename)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return mergeSpellings(counts)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => compareNames(a.value, b.value) || (fold(a.value) < fold(b.value) ? -1 : 1))
}
