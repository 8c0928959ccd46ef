import type { Library } from '../ports/library.ts'
import type { IndexComparison } from './index-news.ts'
import type { SearchAnswer, SearchQuery } from './search-query.ts'
import type { SuggestedField, Suggestion } from './suggestion.ts'

/** What the caller may see; which albums those are, the library's own handle says. */
export type Sight = Pick<SearchQuery, 'sees' | 'now'>

/**
 * Search that is never behind: it has taken in the library's change log before it answers. While there is no index to
 * answer from it rejects with `SearchUnavailable`: never a part of the answer, never an old one.
 */
export interface Searches {
  /** The library's own custom fields are its facets. */
  search(library: Library, query: Omit<SearchQuery, 'customFields'>): Promise<SearchAnswer>
  /** As `SearchIndex.suggest`, in the part of the library that the handle shows. */
  suggest(
    library: Library,
    asked: { field: SuggestedField; prefix: string; limit: number } & Sight,
  ): Promise<Suggestion[]>
  /** As `SearchIndex.closestWords`, in the part of the library that the handle shows. */
  closestWords(library: Library, asked: { word: string; limit: number } & Sight): Promise<string[]>
  /** This process's index against the database; whatever differs is put right. */
  compare(library: Library): Promise<IndexComparison>
  close(): Promise<void>
}
