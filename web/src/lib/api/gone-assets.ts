import type { ChangeList } from '@descant/contract'
import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query'

/** Assets that were deleted while this page has been open, by id. Told, never asked for. */
export const goneAssetsQuery = queryOptions({
  queryKey: ['gone assets'],
  queryFn: skipToken,
  initialData: new Set<string>() as ReadonlySet<string>,
  gcTime: Number.POSITIVE_INFINITY,
})

export function noteGoneAssets(queries: QueryClient, changes: ChangeList['changes']): void {
  const told = changes.filter(({ event }) => event === 'asset.deleted' || event === 'asset.restored')
  if (told.length === 0) return
  queries.setQueryData(goneAssetsQuery.queryKey, (before: ReadonlySet<string> = new Set()) => {
    const gone = new Set(before)
    for (const { event, id } of told) {
      if (event === 'asset.deleted') gone.add(id)
      else gone.delete(id)
    }
    return gone
  })
}
