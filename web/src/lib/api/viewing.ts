import type { ContentRef } from '@descant/client'
import type { Viewing } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

const askAgainMs = 2500

/** What it takes to look at a file; asked again while something of it is being made. Addresses last twenty minutes. */
export const viewingQuery = (dam: Dam, { scheme, id }: ContentRef) =>
  queryOptions({
    queryKey: ['asset', id, 'viewing'],
    queryFn: ({ signal }) =>
      dam.web.json<Viewing>(`/web/v1/assets/${scheme}/${encodeURIComponent(id)}/viewing`, { signal }),
    staleTime: 10 * 60_000,
    refetchInterval: ({ state: { data } }) => (data?.isComing ? askAgainMs : false),
  })
