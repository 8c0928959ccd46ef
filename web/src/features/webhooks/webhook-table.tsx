import type { WebhookEntry } from '@descant/contract'
import { EditedTable } from '@descant/ui'
import { Badge } from '@mantine/core'
import { IconWebhook } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { useDam } from '../../lib/visit.ts'
import { deleteWebhook, eventWords, webhooksQuery } from './webhooks.ts'

export function WebhookTable({ renderOpen }: { renderOpen: (webhook: WebhookEntry) => ReactNode }) {
  const dam = useDam()
  const queries = useQueryClient()
  const webhooks = useQuery(webhooksQuery(dam))

  return (
    <Answered question={webhooks}>
      {({ results }) => (
        <EditedTable
          label="Webhooks"
          rows={results}
          rowKey={({ id }) => id}
          nameOf={({ url }) => url}
          columns={[
            {
              header: 'Address',
              rowHeader: true,
              cell: ({ url, enabled }) => (
                <>
                  {url}{' '}
                  {!enabled && (
                    <Badge size="sm" variant="light" color="red" tt="none">
                      Off
                    </Badge>
                  )}
                </>
              ),
            },
            { header: 'Events', cell: ({ events }) => eventsInWords(events) },
          ]}
          empty={{
            icon: <IconWebhook size={40} stroke={1.3} />,
            title: 'No webhooks yet',
            text: 'A webhook tells another program, as it happens, what changes here.',
          }}
          renderAction={renderOpen}
          remove={{
            title: 'Delete this webhook?',
            consequence: ({ url }) => `${url} is told nothing any more, and its log goes.`,
            run: async ({ id }) => {
              await deleteWebhook(dam, id)
              await queries.invalidateQueries({ queryKey: ['webhooks'] })
            },
          }}
        />
      )}
    </Answered>
  )
}

function eventsInWords(events: WebhookEntry['events']): string {
  const all = Object.keys(eventWords).length
  if (events.length === all) return 'Everything'
  return events.length > 3 ? `${events.length} events` : events.map((event) => eventWords[event]).join(', ')
}
