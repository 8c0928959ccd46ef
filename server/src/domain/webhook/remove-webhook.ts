import type { Library } from '../ports/library.ts'
import { findWebhook } from './find-webhook.ts'
import type { WebhookId } from './webhook.ts'

/** With its log; what it had still to tell is not told. */
export async function removeWebhook({ library }: { library: Library }, id: WebhookId): Promise<void> {
  await library.transaction(async (stores) => {
    await findWebhook(stores, id)
    await stores.webhooks.delete(id)
  })
}
