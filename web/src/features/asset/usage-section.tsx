import type { ContentRef } from '@descant/client'
import type { ActivityList } from '@descant/contract'
import { FailedState, LoadingState } from '@descant/ui'
import { Button, Text, Title } from '@mantine/core'
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import type { Dam } from '../../lib/dam.ts'
import { useDam } from '../../lib/visit.ts'
import { momentOf } from '../../lib/wire-time.ts'

const pageLength = 10

/** What was done with the asset and by whom, newest first. */
export function UsageSection({ asset }: { asset: ContentRef }) {
  return (
    <section aria-labelledby="usage-heading">
      <Title order={2} size="h4" mb="xs" id="usage-heading">
        Usage history
      </Title>
      <Usage asset={asset} />
    </section>
  )
}

function Usage({ asset }: { asset: ContentRef }) {
  const usage = useInfiniteQuery(usageQuery(useDam(), asset))
  if (usage.isPending) return <LoadingState />
  if (usage.isError) return <FailedState error={usage.error} onRetry={() => void usage.refetch()} />
  const entries = usage.data.pages.flatMap(({ results }) => results)
  if (entries.length === 0) return <Text c="dimmed">Nothing has been done with it yet.</Text>
  return (
    <>
      <ol className="usage" aria-labelledby="usage-heading">
        {entries.map(({ user, email, actionName, actionTime }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a log has no keys, and only grows at its end here
          <li key={index}>
            <span>{actionName}</span>
            <span title={email}>{user === '' ? 'A visitor' : user}</span>
            <span>{momentOf(actionTime)}</span>
          </li>
        ))}
      </ol>
      {usage.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          mt="sm"
          loading={usage.isFetchingNextPage}
          onClick={() => void usage.fetchNextPage()}
        >
          Show earlier
        </Button>
      )}
    </>
  )
}

const usageQuery = (dam: Dam, { scheme, id }: ContentRef) =>
  infiniteQueryOptions({
    queryKey: ['activity', id],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ limit: String(pageLength), ...(pageParam !== '' && { marker: pageParam }) })
      return dam.web.json<ActivityList>(`/api/v1/usagehistory/${scheme}/${encodeURIComponent(id)}?${asked}`, { signal })
    },
    getNextPageParam: ({ nextMarker }) => nextMarker,
  })
