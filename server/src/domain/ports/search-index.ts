import type { AssetId } from '../asset/asset.ts'
import type { SearchDocument } from '../search/search-document.ts'
import type { SearchQuery, SearchResult } from '../search/search-query.ts'

/** One account's index: derived, in memory, holding nothing the database does not. */
export interface SearchIndex {
  /** Puts or replaces documents and removes ids; both are visible when it resolves. Unknown ids may be removed. */
  apply(changed: readonly SearchDocument[], removed: readonly AssetId[]): Promise<void>
  /** Exact totals and facets over all matches; ties break by id ascending, so pages never overlap or skip. */
  search(query: SearchQuery): Promise<SearchResult>
  size(): number
  clear(): Promise<void>
}
