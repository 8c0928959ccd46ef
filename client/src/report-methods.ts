import type { ActivityEntry, ActivityList, ActivityReportName, Endpoint } from '@descant/contract'
import type { Api, CallOptions } from './api.ts'
import type { ContentRef } from './asset-methods.ts'
import { pathOf } from './path.ts'
import { queryString } from './search-query.ts'

export type ReportOptions = CallOptions & {
  limit?: number
  /** Newest first where absent. */
  sortDirection?: 'ascending' | 'descending'
  /** The `nextMarker` of the page before. */
  marker?: string
}

export function reportMethods(api: Api) {
  const report =
    (name: ActivityReportName) =>
    ({ scheme, id }: ContentRef, { signal, ...asked }: ReportOptions = {}): Promise<ActivityList> =>
      api.json(
        { path: pathOf(name, scheme, id), query: queryString(asked), signal },
        (body) => 'results' in body && Array.isArray(body.results),
      )
  const usageHistory = report('usagehistory')

  return {
    /** #1. */
    endpoints: ({ signal }: CallOptions = {}): Promise<Endpoint[]> => api.json({ path: '', signal }, Array.isArray),
    /** #30. */
    usageHistory,
    /** #31. */
    shareActivity: report('shareactivity'),
    /** #32. */
    downloadActivity: report('downloadactivity'),
    /** #33. */
    viewActivity: report('viewactivity'),
    /** #30, page by page; what happens meanwhile is neither repeated nor in the way. */
    async *everyActivity(
      content: ContentRef,
      options: Omit<ReportOptions, 'marker'> = {},
    ): AsyncGenerator<ActivityEntry, void, void> {
      let marker: string | undefined
      do {
        const page = await usageHistory(content, { ...options, ...(marker !== undefined && { marker }) })
        yield* page.results
        marker = page.nextMarker
      } while (marker !== undefined)
    },
  }
}
