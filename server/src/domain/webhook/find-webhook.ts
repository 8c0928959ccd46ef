import { NotFound } from '../domain-error.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { Webhook, WebhookId } from './webhook.ts'

export async function findWebhook({ webhooks }: Pick<LibraryStores, 'webhooks'>, id: WebhookId): Promise<Webhook> {
  const webhook = await webhooks.find(id)
  if (!webhook) throw new NotFound(`webhook ${id}`)
  return webhook
}
