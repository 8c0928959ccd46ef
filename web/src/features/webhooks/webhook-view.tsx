import { CopyField, PageHeading } from '@descant/ui'
import { Badge, Button, List, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { useDam } from '../../lib/visit.ts'
import { DeliveryLog } from './delivery-log.tsx'
import { WebhookDialog } from './webhook-dialog.tsx'
import { eventWords, webhookQuery } from './webhooks.ts'

/** One webhook: what it is told, its token, and the log of its messages. */
export function WebhookView({ id }: { id: string }) {
  const webhook = useQuery(webhookQuery(useDam(), id))
  const [editing, setEditing] = useState(false)

  return (
    <Answered question={webhook}>
      {(now) => (
        <>
          <PageHeading
            title="Webhook"
            about={
              <>
                {now.url}{' '}
                {!now.enabled && (
                  <Badge size="sm" variant="light" color="red" tt="none">
                    Off
                  </Badge>
                )}
              </>
            }
            actions={
              <Button variant="default" onClick={() => setEditing(true)}>
                Edit
              </Button>
            }
          />
          <Stack maw={640} mb="xl">
            <CopyField
              label="Secure token"
              value={now.secureToken}
              secret
              description="Comes with each message and signs it, so that the receiver knows who sends."
            />
            <div>
              <Title order={2} size="h4" mb={4}>
                Events
              </Title>
              {now.events.length === Object.keys(eventWords).length ? (
                <Text>Everything that happens.</Text>
              ) : (
                <List size="sm">
                  {now.events.map((event) => (
                    <List.Item key={event}>{eventWords[event]}</List.Item>
                  ))}
                </List>
              )}
            </div>
          </Stack>
          <DeliveryLog webhookId={id} />
          <WebhookDialog webhook={now} opened={editing} onClose={() => setEditing(false)} />
        </>
      )}
    </Answered>
  )
}
