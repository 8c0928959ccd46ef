import type { BriefContent } from '@descant/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { rememberOpened } from '../features/library/opened-asset.ts'
import { assetDetailsQuery } from '../lib/api/asset-details.ts'
import { assetPageQuery, pageLength } from '../lib/api/asset-list.ts'
import type { ListPlace } from '../lib/list-place.ts'
import { useDam } from '../lib/visit.ts'

export type Neighbours = {
  before: (() => void) | null
  after: (() => void) | null
  /** From 1, and of how many; `null` where one did not come from a list. */
  place: { number: number; of: number } | null
}

/** The assets beside this one in the list it was opened from. Going to one leaves the list a single step back. */
export function useNeighbours(): Neighbours {
  const { list = null } = useLocation().state
  const navigate = useNavigate()
  const dam = useDam()
  const queries = useQueryClient()
  const before = useListed(list, -1)
  const after = useListed(list, 1)
  const found = after.found ?? before.found

  const next = after.asset
  useEffect(() => {
    // most go on, and forwards
    if (next !== undefined) void queries.prefetchQuery(assetDetailsQuery(dam, next))
  }, [dam, queries, next])

  const goTo = (asset: BriefContent | undefined, by: 1 | -1) => {
    if (asset === undefined || list === null) return null
    const index = list.index + by
    return () => {
      rememberOpened(JSON.stringify(list.filter), { index, id: asset.id })
      void navigate({
        to: '/smartalbum/$scheme',
        params: { scheme: asset.scheme },
        search: { column: asset.scheme, id: asset.id },
        state: { fromList: true, list: { filter: list.filter, index } },
        replace: true,
        resetScroll: false,
      })
    }
  }
  return {
    before: goTo(before.asset, -1),
    after: goTo(next, 1),
    place: list === null || found === undefined ? null : { number: list.index + 1, of: found },
  }
}

function useListed(list: ListPlace | null, by: 1 | -1) {
  const dam = useDam()
  const index = (list?.index ?? 0) + by
  const filter = list?.filter ?? nowhere
  const page = useQuery({
    ...assetPageQuery(dam, filter, Math.floor(Math.max(0, index) / pageLength)),
    enabled: list !== null && index >= 0,
    // the place in the list is that of when it was opened
    staleTime: 5 * 60_000,
  })
  const asset = list === null || index < 0 ? undefined : page.data?.results[index % pageLength]
  return { asset, found: page.data?.found }
}

const nowhere: ListPlace['filter'] = {
  place: { kind: 'library' },
  text: '',
  scheme: null,
  keywords: [],
  values: {},
  sortBy: 'time',
  sortDirection: 'descending',
}
