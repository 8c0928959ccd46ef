import { type Scheme, type SortBy, type SortDirection, schemes } from '@descant/contract'
import type { AssetFilter, ChosenValues, Place } from '../../lib/api/asset-list.ts'
import { parseRange, writeRange } from '../../lib/range.ts'
import { filterLabels, isFieldFilter, isRangeFilter } from './value-filters.ts'

/** What stands in the address of a list of assets. Absent means: everything, last changed first. */
export type LibrarySearch = {
  q?: string
  scheme?: Scheme
  keyword?: string[]
  tags?: string[]
  fileType?: string[]
  orientation?: string[]
  approval?: string[]
  [field: `meta_${string}`]: string[]
  sort?: SortBy
  direction?: SortDirection
}

export const sortings: Record<SortBy, { label: string; natural: SortDirection }> = {
  time: { label: 'Last changed', natural: 'descending' },
  created: { label: 'Date added', natural: 'descending' },
  name: { label: 'Name', natural: 'ascending' },
  size: { label: 'File size', natural: 'descending' },
  scheme: { label: 'Kind', natural: 'ascending' },
  owner: { label: 'Owner', natural: 'ascending' },
}

/** Takes any address a person may have typed; what it does not know it leaves out. */
export function parseLibrarySearch(raw: Record<string, unknown>): LibrarySearch {
  const q = oneOf(raw.q)
  const scheme = schemes.find((known) => known === oneOf(raw.scheme))
  const keyword = manyOf(raw.keyword)
  const sort = oneOf(raw.sort)
  const direction = oneOf(raw.direction)
  return {
    ...(q !== '' && { q }),
    ...(scheme !== undefined && { scheme }),
    ...(keyword.length > 0 && { keyword }),
    ...valuesIn(raw),
    ...(isSortBy(sort) && { sort }),
    ...((direction === 'ascending' || direction === 'descending') && { direction }),
  }
}

export function filterOf(place: Place, search: LibrarySearch): AssetFilter {
  const sortBy = search.sort ?? 'time'
  return {
    place,
    text: search.q ?? '',
    scheme: search.scheme ?? null,
    keywords: search.keyword ?? [],
    values: valuesIn(search),
    sortBy,
    sortDirection: search.direction ?? sortings[sortBy].natural,
  }
}

/** Whether anything but the order was asked for. */
export const narrows = ({ sort: _sort, direction: _direction, ...asked }: LibrarySearch): boolean =>
  Object.keys(asked).length > 0

/** Filters by value, under the server's own names. */
function valuesIn(raw: Record<string, unknown>): ChosenValues {
  const names = Object.keys(raw).filter((name) => Object.hasOwn(filterLabels, name) || isFieldFilter(name))
  // in one order, so that the same filter is the same list whichever way it was put together
  const given = names
    .sort()
    .map((name) => [name, isRangeFilter(name) ? rangeOf(raw[name]) : manyOf(raw[name])] as const)
  return Object.fromEntries(given.filter(([, values]) => values.length > 0))
}

function rangeOf(value: unknown): string[] {
  const range = writeRange(parseRange(oneOf(value)))
  return range === null ? [] : [range]
}

const isSortBy = (word: string): word is SortBy => Object.hasOwn(sortings, word)

function manyOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value]
  return [...new Set(values.filter((one): one is string => typeof one === 'string' && one !== ''))]
}

const oneOf = (value: unknown): string => manyOf(value)[0] ?? ''
