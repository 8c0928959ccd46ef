import './delivery-log.css'
import type { DeliveryEntry } from '@descant/contract'
import { DataTable, notify, RowAction, sentenceOf } from '@descant/ui'
import { Badge, Button, Group, Text, Title } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Answered } from '../../lib/answered.tsx'
import { useDam } from '../../lib/visit.ts'
import { momentOf } from '../../lib/wire-time.ts'
import { deliveriesQuery, eventWords, sendAgain } from './webhooks.ts'

/** What became of each message. */
export function DeliveryLog({ webhookId }: { webhookId: string }) {
  const dam = useDam()
  const queries = useQueryClient()
  const log = useInfiniteQuery(deliveriesQuery(dam, webhookId))
  const again = useMutation({
    mutationFn: (delivery: DeliveryEntry) => sendAgain(dam, webhookId, delivery.id),
    onSuccess: async () => {
      notify('The message is on its way again.')
      await queries.invalidateQueries({ queryKey: ['deliveries', webhookId] })
    },
    onError: (error) => notify(sentenceOf(error)),
  })

  return (
    <section aria-labelledby="deliveries-heading">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="deliveries-heading">
          Messages
        </Title>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={16} stroke={1.6} aria-hidden="true" />}
          loading={log.isRefetching}
          onClick={() => void log.refetch()}
        >
          Refresh
        </Button>
      </Group>
      <Answered question={log}>
        {({ pages }) => (
          <Deliveries
            entries={pages.flatMap(({ results }) => results)}
            onAgain={(delivery) => again.mutate(delivery)}
          />
        )}
      </Answered>
      {log.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          mt="sm"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          Show earlier
        </Button>
      )}
    </section>
  )
}

function Deliveries({ entries, onAgain }: { entries: DeliveryEntry[]; onAgain: (delivery: DeliveryEntry) => void }) {
  if (entries.length === 0) return <Text c="dimmed">Nothing has happened that it should be told.</Text>
  return (
    <DataTable
      label="Messages"
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'What happened',
          rowHeader: true,
          cell: (delivery) => (
            <>
              {eventWords[delivery.event]}
              <Text size="sm" c="dimmed">
                {delivery.displayname}, {momentOf(delivery.time)}
              </Text>
            </>
          ),
        },
        { header: 'State', cell: (delivery) => <DeliveryState delivery={delivery} /> },
        {
          header: 'Last answer',
          cell: ({ status, reason, answer }) => (
            <>
              {status ?? (reason === '' ? '' : 'None')}
              <span className="delivery-answer">{reason || answer}</span>
            </>
          ),
        },
        {
          header: 'Actions',
          quietHeader: true,
          align: 'end',
          cell: (delivery) =>
            delivery.state !== 'waiting' && (
              <RowAction
                of={`the message about ${delivery.displayname}, ${momentOf(delivery.time)}`}
                onClick={() => onAgain(delivery)}
              >
                Send again
              </RowAction>
            ),
        },
      ]}
    />
  )
}

function DeliveryState({ delivery: { state, attempts, nextAttempt } }: { delivery: DeliveryEntry }) {
  const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`
  return (
    <>
      <Badge size="sm" variant="light" tt="none" {...(state === 'failed' && { color: 'red' })}>
        {stateWords[state]}
      </Badge>
      <Text size="sm" c="dimmed">
        {nextAttempt === null ? tries : `${tries}, next ${momentOf(nextAttempt)}`}
      </Text>
    </>
  )
}

const stateWords: Record<DeliveryEntry['state'], string> = {
  waiting: 'Waiting',
  delivered: 'Delivered',
  failed: 'Failed',
}
