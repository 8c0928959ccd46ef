import { fold } from '../fold.ts'
import type { RangeFilter, SearchQuery, ValueFilterName } from '../search/search-query.ts'
import type { Collection } from './collection.ts'
import { matchesText } from './matches-text.ts'

/** What folders and albums have as assets do. Any other filter is one that only assets have. */
const values: Partial<Record<ValueFilterName, (collection: Collection) => string>> = {
  scheme: ({ kind }) => kind,
  owner: ({ owner }) => owner,
}
const times: Partial<Record<RangeFilter, (collection: Collection) => number>> = {
  created: ({ createdAt }) => createdAt,
  lastModified: ({ modifiedAt }) => modifiedAt,
}

export function matchesFilters(
  collection: Collection,
  query: Pick<SearchQuery, 'text' | 'values' | 'ranges'>,
): boolean {
  if (query.text !== null && !matchesText(collection, query.text)) return false

  for (const [name, filters] of Object.entries(query.values)) {
    const readValue = values[name as ValueFilterName]
    if (filters.length === 0) continue
    if (!readValue) return false
    const value = fold(readValue(collection))
    if (!filters.every((filter) => filter.values.some((wanted) => fold(wanted) === value))) return false
  }
  for (const [name, { from, to }] of Object.entries(query.ranges)) {
    const readTime = times[name as RangeFilter]
    if (!readTime) return false
    // the upper second counts whole
    const second = Math.floor(readTime(collection) / 1000)
    if ((from !== null && second < from) || (to !== null && second > to)) return false
  }
  return true
}
