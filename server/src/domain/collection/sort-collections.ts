import { compareNames } from '../search/compare-names.ts'
import type { SortKey } from '../search/search-query.ts'
import type { PlacedCollection } from './collection-tree.ts'

export type Order = { sortBy: SortKey; ascending: boolean }

/** What assets, folders and albums are sorted by when they stand in one list. */
export type Sortable = {
  id: string
  name: string
  scheme: string
  owner: string
  size: number
  createdAt: number
  modifiedAt: number
}

type Compare = (a: Sortable, b: Sortable) => number

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const keys: Record<SortKey, Compare> = {
  name: (a, b) => compareNames(a.name, b.name),
  time: (a, b) => a.modifiedAt - b.modifiedAt,
  created: (a, b) => a.createdAt - b.createdAt,
  size: (a, b) => a.size - b.size,
  scheme: (a, b) => byCode(a.scheme, b.scheme),
  owner: (a, b) => compareNames(a.owner, b.owner),
}

/** The order of the search index: ties break by id, ascending in both directions. */
export function compareBy({ sortBy, ascending }: Order): Compare {
  const compare = keys[sortBy]
  return (a, b) => (ascending ? compare(a, b) : compare(b, a)) || byCode(a.id, b.id)
}

export const sortableCollection = (collection: PlacedCollection): Sortable => ({
  ...collection,
  scheme: collection.kind,
})

export function sortCollections(collections: readonly PlacedCollection[], order: Order): PlacedCollection[] {
  const compare = compareBy(order)
  return collections.toSorted((a, b) => compare(sortableCollection(a), sortableCollection(b)))
}
