import { type Scheme, type SortBy, type SortDirection, schemes } from '@descant/contract'
import type { AssetFilter, Place } from '../../lib/api/asset-list.ts'

/** What stands in the address of a list of assets. Absent means: everything, last changed first. */
export type LibrarySearch = {
  q?: string
  scheme?: Scheme
  keyword?: string[]
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
    sortBy,
    sortDirection: search.direction ?? sortings[sortBy].natural,
  }
}

/** Whether anything but the order was asked for. */
export const narrows = ({ q, scheme, keyword }: LibrarySearch): boolean =>
  q !== undefined || scheme !== undefined || keyword !== undefined

const isSortBy = (word: string): word is SortBy => Object.hasOwn(sortings, word)

function manyOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value]
  return [...new Set(values.filter((one): one is string => typeof one === 'string' && one !== ''))]
}

const oneOf = (value: unknown): string => manyOf(value)[0] ?? ''
