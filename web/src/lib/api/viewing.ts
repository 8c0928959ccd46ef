import type { ContentRef } from '@descant/client'
import type { Viewing } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

const askAgainMs = 2500
/** Addresses in it are good for twenty minutes at least. */
const renewMs = 15 * 60_000

/** What it takes to look at a file; asked again while something of it is being made. `version`: an older one. Renewed in time. */
export const viewingQuery = (dam: Dam, { scheme, id }: ContentRef, version?: string) =>
  queryOptions({
    queryKey: ['asset', id, 'viewing', version ?? 'current'],
    queryFn: ({ signal }) => {
      const asked = version === undefined ? '' : `?${new URLSearchParams({ version })}`
      return dam.web.json<Viewing>(`/web/v1/assets/${scheme}/${encodeURIComponent(id)}/viewing${asked}`, { signal })
    },
    staleTime: 10 * 60_000,
    refetchInterval: ({ state: { data } }) => (data?.isComing ? askAgainMs : renewMs),
  })
