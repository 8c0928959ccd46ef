import { PageHeading } from '@descant/ui'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { WebhookDialog } from '../../features/webhooks/webhook-dialog.tsx'
import { WebhookTable } from '../../features/webhooks/webhook-table.tsx'
import { LinkButton } from '../../lib/links.tsx'

export function WebhooksPage() {
  const [making, setMaking] = useState(false)
  const navigate = useNavigate()
  const open = (id: string) =>
    navigate({ to: '/settings/configuration/webhooks/$webhookId', params: { webhookId: id } })

  return (
    <>
      <PageHeading
        title="Webhooks"
        about="Programs that are told, as it happens, what changes here."
        actions={
          <Button leftSection={<IconPlus size={18} stroke={1.8} aria-hidden="true" />} onClick={() => setMaking(true)}>
            New webhook
          </Button>
        }
      />
      <WebhookTable
        renderOpen={({ id, url }) => (
          <LinkButton
            to="/settings/configuration/webhooks/$webhookId"
            params={{ webhookId: id }}
            size="xs"
            variant="default"
            aria-label={`Open ${url}`}
          >
            Open
          </LinkButton>
        )}
      />
      <WebhookDialog
        webhook={null}
        opened={making}
        onClose={() => setMaking(false)}
        onCreated={({ id }) => void open(id)}
      />
    </>
  )
}
