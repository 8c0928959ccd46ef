import {
  type BriefContent,
  type ContentList,
  type Scheme,
  type SortBy,
  type SortDirection,
  schemes,
} from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

export const pageLength = 100

/** The library, or a part of it. */
export type Place = { kind: 'library' } | { kind: 'album'; id: string } | { kind: 'folder'; id: string }

export type AssetFilter = {
  place: Place
  text: string
  scheme: Scheme | null
  /** An asset must carry them all. */
  keywords: string[]
  sortBy: SortBy
  sortDirection: SortDirection
}

export type AssetPage = Pick<ContentList, 'found' | 'facets'> & { results: BriefContent[] }

/** A page of a hundred; facets come with the first one only, they are the same on all. */
export const assetPageQuery = (dam: Dam, filter: AssetFilter, page: number) =>
  queryOptions({
    queryKey: ['assets', filter, page],
    queryFn: ({ signal }) =>
      dam.json<AssetPage>(pathOf(filter.place), {
        query: {
          ...parametersOf(filter),
          start: page * pageLength,
          limit: pageLength,
          aggsEnabled: page === 0 ? undefined : false,
        },
        signal,
      }),
    staleTime: 20_000,
  })

/** What there would be to choose from without the choice of a scheme: for the counts beside all six. */
export const schemeCountsQuery = (dam: Dam, filter: AssetFilter) =>
  queryOptions({
    queryKey: ['assets', { ...filter, scheme: null }, 'facets'],
    queryFn: ({ signal }) =>
      dam.json<AssetPage>(pathOf(filter.place), {
        query: { ...parametersOf({ ...filter, scheme: null }), limit: 1 },
        signal,
      }),
    staleTime: 20_000,
  })

function pathOf(place: Place): string {
  if (place.kind === 'library') return '/api/v1/search'
  return `/api/v1/${place.kind}/${encodeURIComponent(place.id)}`
}

function parametersOf({ place, text, scheme, keywords, sortBy, sortDirection }: AssetFilter) {
  return {
    keyword: text,
    // Under a folder the server also lists sub-folders and albums, unless asked for kinds of assets.
    scheme: scheme ?? (place.kind === 'folder' ? schemes.join('|') : undefined),
    keywords: keywords.map(literal).join('+'),
    sortBy,
    sortDirection,
  }
}

/** `+`, `|` and the backslash mean something in a filter; a backslash before them takes that away. */
export function literal(value: string): string {
  return value.replaceAll(/[\\+|]/g, (symbol) => `\\${symbol}`)
}
