import { EmptyState, FailedState, LoadingState, PageHeading } from '@descant/ui'
import { Button, Stack, Title } from '@mantine/core'
import { IconActivity } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { activityNowQuery, earlierActivityQuery } from '../../features/activity/activity.ts'
import { ActivityTable } from '../../features/activity/activity-table.tsx'
import { FailingFiles } from '../../features/activity/failing-files.tsx'
import { RunningFiles } from '../../features/activity/running-files.tsx'
import { product } from '../../lib/product.ts'

export function ActivityPage() {
  const now = useQuery(activityNowQuery)
  return (
    <>
      <PageHeading
        title="Activity"
        product={product}
        about="What was imported, changed and removed, and what could not be."
      />
      {now.isPending && <LoadingState />}
      {now.isLoadingError && <FailedState error={now.error} onRetry={() => void now.refetch()} />}
      {now.data && (
        <Stack gap="xl">
          <section aria-labelledby="now">
            <Title order={2} size="h4" mb="sm" id="now">
              Now
            </Title>
            <RunningFiles {...now.data} />
          </section>
          {now.data.failing.length > 0 && (
            <section aria-labelledby="failing">
              <Title order={2} size="h4" mb="sm" id="failing">
                Tried again by itself
              </Title>
              <FailingFiles failing={now.data.failing} />
            </section>
          )}
          <section aria-labelledby="history">
            <Title order={2} size="h4" mb="sm" id="history">
              History
            </Title>
            <History newest={now.data.results} before={now.data.before} />
          </section>
        </Stack>
      )}
    </>
  )
}

function History({
  newest,
  before,
}: {
  newest: Parameters<typeof ActivityTable>[0]['entries']
  before: number | null
}) {
  const earlier = useInfiniteQuery(earlierActivityQuery(before))
  if (newest.length === 0) {
    return (
      <EmptyState icon={<IconActivity size={40} stroke={1.3} />} title="Nothing happened yet">
        Once a DAM is connected, every import is listed here.
      </EmptyState>
    )
  }
  const entries = [...newest, ...(earlier.data?.pages.flatMap((page) => page.results) ?? [])]
  const hasMore = earlier.data ? earlier.hasNextPage : before !== null
  return (
    <Stack>
      <ActivityTable entries={entries} />
      {hasMore && (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          loading={earlier.isFetching}
          onClick={() => void earlier.fetchNextPage()}
        >
          Show earlier
        </Button>
      )}
    </Stack>
  )
}
