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
  /** Of each id the `fingerprintOf` the document it was last put with, `null` where it is not there; in the order asked. */
  fingerprintsOf(ids: readonly AssetId[]): (number | null)[]
  clear(): Promise<void>
}
