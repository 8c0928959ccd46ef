import type { WebhookEntry } from '@descant/contract'
import { ConfirmDialog, DataTable, EmptyState } from '@descant/ui'
import { Badge } from '@mantine/core'
import { IconWebhook } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { RowAction, RowActions } from '../../lib/row-actions.tsx'
import { useDam } from '../../lib/visit.ts'
import { deleteWebhook, eventWords, webhooksQuery } from './webhooks.ts'

export function WebhookTable({ renderOpen }: { renderOpen: (webhook: WebhookEntry) => ReactNode }) {
  const dam = useDam()
  const queries = useQueryClient()
  const webhooks = useQuery(webhooksQuery(dam))
  const [deleting, setDeleting] = useState<WebhookEntry | null>(null)

  return (
    <>
      <Answered question={webhooks}>
        {({ results }) =>
          results.length === 0 ? (
            <EmptyState icon={<IconWebhook size={40} stroke={1.3} />} title="No webhooks yet">
              A webhook tells another program, as it happens, what changes here.
            </EmptyState>
          ) : (
            <DataTable
              label="Webhooks"
              rows={results}
              rowKey={({ id }) => id}
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
                {
                  header: 'Actions',
                  quietHeader: true,
                  align: 'end',
                  cell: (webhook) => (
                    <RowActions>
                      {renderOpen(webhook)}
                      <RowAction of={webhook.url} danger onClick={() => setDeleting(webhook)}>
                        Delete
                      </RowAction>
                    </RowActions>
                  ),
                },
              ]}
            />
          )
        }
      </Answered>
      <ConfirmDialog
        opened={deleting !== null}
        title="Delete this webhook?"
        confirmLabel="Delete"
        danger
        onClose={() => setDeleting(null)}
        onConfirm={async () => {
          if (deleting === null) return
          await deleteWebhook(dam, deleting.id)
          await queries.invalidateQueries({ queryKey: ['webhooks'] })
        }}
      >
        {deleting?.url} is told nothing any more, and its log goes.
      </ConfirmDialog>
    </>
  )
}

function eventsInWords(events: WebhookEntry['events']): string {
  const all = Object.keys(eventWords).length
  if (events.length === all) return 'Everything'
  return events.length > 3 ? `${events.length} events` : events.map((event) => eventWords[event]).join(', ')
}
