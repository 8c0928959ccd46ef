import type { ContentRef } from '@descant/client'
import type { Viewing } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

const askAgainMs = 2500

/** What it takes to look at a file; asked again while something of it is being made. `version`: an older one. Addresses last twenty minutes. */
export const viewingQuery = (dam: Dam, { scheme, id }: ContentRef, version?: string) =>
  queryOptions({
    queryKey: ['asset', id, 'viewing', version ?? 'current'],
    queryFn: ({ signal }) => {
      const asked = version === undefined ? '' : `?${new URLSearchParams({ version })}`
      return dam.web.json<Viewing>(`/web/v1/assets/${scheme}/${encodeURIComponent(id)}/viewing${asked}`, { signal })
    },
    staleTime: 10 * 60_000,
    refetchInterval: ({ state: { data } }) => (data?.isComing ? askAgainMs : false),
  })
