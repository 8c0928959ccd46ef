import { Invalid } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import { checkedEvents, checkedSecret, checkedWebhookUrl } from './checked-webhook.ts'
import { startTelling } from './start-telling.ts'
import type { Webhook, WebhookId } from './webhook.ts'

const most = 50

export type NewWebhook = {
  url: string
  events: readonly string[]
  enabled?: boolean | undefined
  /** Made where absent. */
  secret?: string | undefined
  /** E-mail address. */
  by: string
}

/** Told from now on. The secret is given here, and shown again in settings. */
export async function createWebhook(
  { library, clock, ids, secrets }: { library: Library; clock: Clock; ids: Ids; secrets: Secrets },
  asked: NewWebhook,
): Promise<{ webhook: Webhook; secret: string }> {
  const secret = asked.secret ? checkedSecret(asked.secret) : ids.newHex(32)
  const checked = { url: checkedWebhookUrl(asked.url), events: checkedEvents(asked.events) }
  const id = ids.newId<WebhookId>()

  const webhook = await library.transaction(async (stores) => {
    if ((await stores.webhooks.all()).length >= most) throw new Invalid(`There are ${most} webhooks already`)
    const made: Webhook = {
      ...checked,
      id,
      secretSealed: secrets.seal(secret),
      enabled: asked.enabled ?? true,
      sinceSeq: await startTelling(stores),
      createdBy: asked.by,
      createdAt: clock.now(),
    }
    await stores.webhooks.insert(made)
    return made
  })
  return { webhook, secret }
}
