import type { AssetId } from '../asset/asset.ts'
import type { SearchDocument } from '../search/search-document.ts'
import type { FoundPage, SearchQuery, SearchResult } from '../search/search-query.ts'
import type { SnapshotHeader } from '../search/search-snapshot.ts'
import type { Restriction, SuggestedField, Suggestion } from '../search/suggestion.ts'

/** One account's index: derived, in memory, holding nothing the database does not. */
export interface SearchIndex {
  /** Puts or replaces documents and removes ids; both are visible when it resolves. Unknown ids may be removed. */
  apply(changed: readonly SearchDocument[], removed: readonly AssetId[]): Promise<void>
  /**
   * Exact totals and facets over all matches; ties break by id ascending, so pages never overlap or skip. `onPage` may
   * hear of the page as soon as it is known, where facets take longer.
   */
  search(query: SearchQuery, onPage?: (page: FoundPage) => void): Promise<SearchResult>
  /**
   * Values that begin with what was typed, or of which a word does: the most used first, equally used ones by their
   * folded form.
   */
  suggest(field: SuggestedField, prefix: string, limit: number, within: Restriction): Promise<Suggestion[]>
  /** Words there are that were perhaps meant by one there is not, folded: at most two slips away, the most used first. */
  closestWords(word: string, limit: number, within: Restriction): Promise<string[]>
  /**
   * Makes, step by step, what the first searches would otherwise make and wait for. Between steps others may have their
   * turn, but nothing is applied until it is through; answers are the same with and without it.
   */
  prepare(): Iterable<void>
  size(): number
  /** Of each id the `fingerprintOf` the document it was last put with, `null` where it is not there; in the order asked. */
  fingerprintsOf(ids: readonly AssetId[]): (number | null)[]
  /** What it holds in memory, as far as it can be told. */
  memoryBytes(): number
  clear(): Promise<void>
  /** Everything it holds at the moment of the call, and a header of the caller's; what is applied meanwhile is not in it. */
  dump(header: SnapshotHeader): AsyncIterable<Uint8Array>
  /**
   * Becomes what was dumped, whatever it held before. Rejects with SnapshotRefused when the bytes are not exactly those
   * of a dump by the same kind of index, and then holds what it held before.
   */
  restore(chunks: AsyncIterable<Uint8Array>): Promise<SnapshotHeader>
}
