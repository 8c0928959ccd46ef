import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ActivityList } from '../../../../src/api/activity-wire.ts'
import { ask } from '../../lib/ask.ts'

/** What happens now, asked for every second while it is looked at. */
export const activityNowQuery = queryOptions({
  queryKey: ['activity', 'now'],
  queryFn: ({ signal }) => ask<ActivityList>('/api/activity?limit=50', { signal }),
  refetchInterval: 1000,
})

/** What happened before `before`, page by page. */
export const earlierActivityQuery = (before: number | null) =>
  infiniteQueryOptions({
    queryKey: ['activity', 'before', before],
    queryFn: ({ signal, pageParam }) => ask<ActivityList>(`/api/activity?limit=50&before=${pageParam}`, { signal }),
    initialPageParam: before,
    getNextPageParam: (page) => page.before,
    enabled: false,
  })
