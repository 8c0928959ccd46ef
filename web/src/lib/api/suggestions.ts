import { searchQuery } from '@descant/client'
import type { DidYouMean, SuggestionList } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'
import { type AssetFilter, parametersOf } from './asset-list.ts'

const shownAtOnce = 9

/** What there is in the library that begins like this. */
export const suggestionsQuery = (dam: Dam, typed: string) =>
  queryOptions({
    queryKey: ['suggestions', typed],
    queryFn: ({ signal }) =>
      dam.web.json<SuggestionList>(
        `/web/v1/suggestions?${new URLSearchParams({ q: typed, limit: String(shownAtOnce) })}`,
        { signal },
      ),
    staleTime: 20_000,
    // by the next key it is asked again
    retry: false,
  })

/** What was perhaps meant by a search that found nothing, in the same place under the same filters. */
export const didYouMeanQuery = (dam: Dam, filter: AssetFilter) =>
  queryOptions({
    queryKey: ['did-you-mean', filter],
    queryFn: ({ signal }) => {
      const { place } = filter
      const where = place.kind === 'library' ? '' : `&${new URLSearchParams({ [place.kind]: place.id })}`
      return dam.web.json<DidYouMean>(`/web/v1/did-you-mean?${searchQuery(parametersOf(filter))}${where}`, { signal })
    },
    staleTime: 20_000,
    // a proposal that does not come is no failure worth a word
    retry: false,
  })
