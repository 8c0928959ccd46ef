import { Invalid, NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import type { Delivery, DeliveryId } from './delivery.ts'
import { findWebhook } from './find-webhook.ts'
import { asQueued } from './queue-deliveries.ts'
import type { WebhookId } from './webhook.ts'

/** The same message once more, at once, as a delivery of its own: the log keeps what became of the first. */
export async function sendAgain(
  { library, clock, ids }: { library: Library; clock: Clock; ids: Ids },
  { webhookId, deliveryId }: { webhookId: WebhookId; deliveryId: DeliveryId },
): Promise<Delivery> {
  const id = ids.newId<DeliveryId>()
  return await library.transaction(async (stores) => {
    const webhook = await findWebhook(stores, webhookId)
    const first = await stores.deliveries.find(deliveryId)
    if (first?.webhookId !== webhookId) throw new NotFound(`delivery ${deliveryId} of webhook ${webhookId}`)
    if (!webhook.enabled) throw new Invalid('The webhook is switched off')
    const again: Delivery = { ...first, id, queuedAt: clock.now(), ...asQueued(clock.now()) }
    await stores.deliveries.insert([again])
    return again
  })
}
