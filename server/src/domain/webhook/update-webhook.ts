import type { Library } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import { checkedEvents, checkedSecret, checkedWebhookUrl } from './checked-webhook.ts'
import { findWebhook } from './find-webhook.ts'
import { startTelling } from './start-telling.ts'
import type { WebhookId } from './webhook.ts'

export type WebhookChanges = {
  url?: string | undefined
  events?: readonly string[] | undefined
  secret?: string | undefined
  enabled?: boolean | undefined
}

/** Changes what is named. One that is switched off forgets what it had still to tell; on again, it begins anew. */
export async function updateWebhook(
  { library, secrets }: { library: Library; secrets: Secrets },
  { id, ...asked }: WebhookChanges & { id: WebhookId },
): Promise<void> {
  const named = {
    ...(asked.url !== undefined && { url: checkedWebhookUrl(asked.url) }),
    ...(asked.events !== undefined && { events: checkedEvents(asked.events) }),
    ...(asked.secret !== undefined && { secretSealed: secrets.seal(checkedSecret(asked.secret)) }),
  }
  await library.transaction(async (stores) => {
    const { enabled } = await findWebhook(stores, id)
    const goesOn = asked.enabled === true && !enabled
    const goesOff = asked.enabled === false && enabled
    if (goesOff) await stores.deliveries.giveUpWaiting(id, 'The webhook was switched off')
    await stores.webhooks.update(id, {
      ...named,
      ...(asked.enabled !== undefined && { enabled: asked.enabled }),
      ...(goesOn && { sinceSeq: await startTelling(stores) }),
    })
  })
}
