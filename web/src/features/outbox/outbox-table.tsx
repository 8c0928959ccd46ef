import './outbox.css'
import type { Outbox, OutboxEntry } from '@descant/contract'
import { copyText, DataTable, Dialog, EmptyState, notify, RowAction, RowActions, sentenceOf } from '@descant/ui'
import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import type { Dam } from '../../lib/dam.ts'
import { useDam } from '../../lib/visit.ts'
import { momentOf } from '../../lib/wire-time.ts'

/** Letters of the library, and what became of them. Those that were not sent can be read and passed on. */
export function OutboxTable() {
  const dam = useDam()
  const queries = useQueryClient()
  const outbox = useQuery(outboxQuery(dam))
  const [reading, setReading] = useState<OutboxEntry | null>(null)
  const again = useMutation({
    mutationFn: ({ id }: OutboxEntry) =>
      dam.web.done(`/web/v1/outbox/${encodeURIComponent(id)}/send`, { method: 'POST' }),
    onSuccess: async () => {
      notify('The letter is on its way again.')
      await queries.invalidateQueries({ queryKey: ['outbox'] })
    },
    onError: (error) => notify(sentenceOf(error)),
  })

  return (
    <>
      <Answered question={outbox}>
        {({ sends, results }) => (
          <>
            {!sends && (
              <Alert mb="md" title="No mail server is set up">
                Letters are kept here for you to pass on. Whoever runs the server can name a mail server in
                DESCANT_SMTP_URL.
              </Alert>
            )}
            {results.length === 0 ? (
              <EmptyState icon={<IconMail size={40} stroke={1.3} />} title="No letters yet">
                Invitations and upload links are sent from here.
              </EmptyState>
            ) : (
              <DataTable
                label="Letters"
                rows={results}
                rowKey={({ id }) => id}
                columns={[
                  { header: 'To', rowHeader: true, cell: ({ to }) => to },
                  { header: 'Subject', cell: ({ subject }) => subject },
                  { header: 'State', cell: (mail) => <MailState mail={mail} /> },
                  {
                    header: 'Actions',
                    quietHeader: true,
                    align: 'end',
                    cell: (mail) =>
                      mail.state !== 'sent' && (
                        <RowActions>
                          <RowAction of={`${mail.subject}, to ${mail.to}`} onClick={() => setReading(mail)}>
                            Read
                          </RowAction>
                          {sends && mail.state !== 'queued' && (
                            <RowAction of={`${mail.subject}, to ${mail.to}`} onClick={() => again.mutate(mail)}>
                              Send
                            </RowAction>
                          )}
                        </RowActions>
                      ),
                  },
                ]}
              />
            )}
          </>
        )}
      </Answered>
      <Dialog opened={reading !== null} onClose={() => setReading(null)} title={reading?.subject ?? ''} size="lg">
        <Stack>
          <Text c="dimmed">To {reading?.to}</Text>
          <div className="letter">{reading?.text}</div>
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() =>
                void copyText(reading?.text ?? '').then((copied) =>
                  notify(
                    copied ? 'The letter is copied.' : 'The letter could not be copied: select it and copy by hand.',
                  ),
                )
              }
            >
              Copy the letter
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}

function MailState({ mail: { state, queued, finished, reason } }: { mail: OutboxEntry }) {
  return (
    <>
      <Badge size="sm" variant="light" tt="none" {...(state === 'failed' && { color: 'red' })}>
        {stateWords[state]}
      </Badge>
      <Text size="sm" c="dimmed">
        {momentOf(finished ?? queued)}
      </Text>
      {reason !== null && <Text size="sm">{reason}</Text>}
    </>
  )
}

const stateWords: Record<OutboxEntry['state'], string> = {
  queued: 'Waiting',
  kept: 'Kept here',
  sent: 'Sent',
  failed: 'Not sent',
}

/** May hold links that open something, so it is not kept longer than the page that shows it. */
const outboxQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['outbox'],
    queryFn: ({ signal }) => dam.web.json<Outbox>('/web/v1/outbox', { signal }),
    gcTime: 0,
  })
