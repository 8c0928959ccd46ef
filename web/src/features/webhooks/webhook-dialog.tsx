import type { WebhookDetails } from '@descant/contract'
import { FormDialog } from '@descant/ui'
import { Checkbox, Stack, Switch, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { enteredText } from '../../lib/entered-text.ts'
import { useDam } from '../../lib/visit.ts'
import { createWebhook, eventWords, updateWebhook } from './webhooks.ts'

export function WebhookDialog({
  webhook,
  opened,
  onClose,
  onCreated,
}: {
  /** `null`: a new one. */
  webhook: WebhookDetails | null
  opened: boolean
  onClose: () => void
  onCreated?: (created: WebhookDetails) => void
}) {
  const dam = useDam()
  const queries = useQueryClient()

  return (
    <FormDialog
      opened={opened}
      title={webhook === null ? 'New webhook' : 'Edit the webhook'}
      submitLabel={webhook === null ? 'Create' : 'Save'}
      onClose={onClose}
      onSubmit={async (entered) => {
        const events = entered.getAll('events').map(String)
        if (events.length === 0) throw new Error('Choose at least one event.')
        const token = enteredText(entered, 'secureToken')
        const said = {
          url: enteredText(entered, 'url'),
          events,
          enabled: entered.has('enabled'),
          ...(token !== '' && { secureToken: token }),
        }
        if (webhook === null) onCreated?.(await createWebhook(dam, said))
        else await updateWebhook(dam, webhook.id, said)
        await Promise.all(['webhooks', 'webhook'].map((name) => queries.invalidateQueries({ queryKey: [name] })))
      }}
    >
      <TextInput
        label="Address"
        name="url"
        type="url"
        placeholder="https://"
        defaultValue={webhook?.url}
        required
        withAsterisk={false}
        autoComplete="off"
        data-autofocus
      />
      <Checkbox.Group
        label="Events"
        description="What the address is told."
        defaultValue={webhook?.events ?? ['asset.added', 'asset.changed', 'asset.version', 'asset.deleted']}
      >
        <Stack gap={8} mt="xs" className="webhook-events">
          {Object.entries(eventWords).map(([event, label]) => (
            <Checkbox key={event} name="events" value={event} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        label="Secure token"
        name="secureToken"
        description={
          webhook === null
            ? 'Signs the messages. One is made where you give none.'
            : 'Signs the messages. It stays as it is where you give none.'
        }
        autoComplete="off"
      />
      <Switch label="Send messages" name="enabled" defaultChecked={webhook?.enabled ?? true} />
    </FormDialog>
  )
}
