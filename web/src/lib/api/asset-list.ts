import { allOf, anyOf } from '@descant/client'
import {
  type ContentList,
  type Scheme,
  type SearchParameters,
  type SortBy,
  type SortDirection,
  schemes,
} from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'
import { serverRange } from '../range.ts'
import { searchFolder } from './search-folder.ts'

export const pageLength = 100

/** The library, or a part of it. */
export type Place = { kind: 'library' } | { kind: 'album'; id: string } | { kind: 'folder'; id: string }

/** By the server's name of the filter: an asset has one of the values of each. */
export type ChosenValues = Record<string, string[]>

export type AssetFilter = {
  place: Place
  text: string
  scheme: Scheme | null
  /** An asset must carry them all. */
  keywords: string[]
  values: ChosenValues
  sortBy: SortBy
  sortDirection: SortDirection
}

/** A page of a hundred; facets come with the first one only, they are the same on all. */
export const assetPageQuery = (dam: Dam, filter: AssetFilter, page: number) =>
  queryOptions({
    queryKey: ['assets', filter, page],
    queryFn: ({ signal }) => {
      const paging = { start: page * pageLength, limit: pageLength, ...(page > 0 && { aggsEnabled: false }) }
      return listAssets(dam, filter.place, { ...parametersOf(filter), ...paging }, signal)
    },
    staleTime: 20_000,
  })

/** What there would be to choose from without the choice of a scheme: for the counts beside all six. */
export const schemeCountsQuery = (dam: Dam, filter: AssetFilter) =>
  queryOptions({
    queryKey: ['assets', { ...filter, scheme: null }, 'facets'],
    queryFn: ({ signal }) =>
      listAssets(dam, filter.place, { ...parametersOf({ ...filter, scheme: null }), limit: 1 }, signal),
    staleTime: 20_000,
  })

function listAssets(dam: Dam, place: Place, asked: SearchParameters, signal: AbortSignal): Promise<ContentList> {
  if (place.kind === 'album') return dam.contentOfAlbum(place.id, asked, { signal })
  if (place.kind === 'folder') return searchFolder(dam, place.id, asked, signal)
  return dam.search(asked, { signal })
}

/** What the published search is asked. */
export function parametersOf({ place, text, scheme, keywords, values, ...order }: AssetFilter): SearchParameters {
  // Under a folder the server also lists sub-folders and albums, unless asked for kinds of assets.
  const kinds = scheme ?? (place.kind === 'folder' ? schemes.join('|') : null)
  return {
    ...(text !== '' && { keyword: text }),
    ...(kinds !== null && { scheme: kinds }),
    ...(keywords.length > 0 && { keywords: allOf(keywords) }),
    ...Object.fromEntries(
      Object.entries(values).map(([name, wanted]) => [
        name,
        /^meta_(num|date)_/.test(name) ? serverRange(wanted[0] ?? '') : anyOf(wanted),
      ]),
    ),
    ...order,
  }
}
