import { getRouteApi } from '@tanstack/react-router'
import { WebhookView } from '../../features/webhooks/webhook-view.tsx'

const route = getRouteApi('/signed-in/settings/configuration/webhooks/$webhookId')

export function WebhookPage() {
  const { webhookId } = route.useParams()
  return <WebhookView key={webhookId} id={webhookId} />
}
