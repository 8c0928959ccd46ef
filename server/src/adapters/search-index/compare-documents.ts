import { compareNames } from '../../domain/search/compare-names.ts'
import type { SearchDocument } from '../../domain/search/search-document.ts'
import type { SortKey } from '../../domain/search/search-query.ts'

type Compare = (a: SearchDocument, b: SearchDocument) => number

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const keys: Record<SortKey, Compare> = {
  name: (a, b) => compareNames(a.name, b.name),
  time: (a, b) => a.modifiedAt - b.modifiedAt,
  created: (a, b) => a.createdAt - b.createdAt,
  size: (a, b) => a.size - b.size,
  scheme: (a, b) => byCode(a.scheme, b.scheme),
  owner: (a, b) => compareNames(a.owner, b.owner),
}

/** Ties break by id ascending in both directions, so pages never overlap or skip. */
export function compareBy(key: SortKey, ascending: boolean): Compare {
  const compare = keys[key]
  return (a, b) => (ascending ? compare(a, b) : compare(b, a)) || byCode(a.id, b.id)
}
