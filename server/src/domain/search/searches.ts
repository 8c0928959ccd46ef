import type { Library } from '../ports/library.ts'
import type { SearchQuery, SearchResult } from './search-query.ts'

/** Search that is never behind: catches up with the library's change log before it answers. The library's own
 * custom fields are its facets. */
export interface Searches {
  search(library: Library, query: Omit<SearchQuery, 'customFields'>): Promise<SearchResult>
}
