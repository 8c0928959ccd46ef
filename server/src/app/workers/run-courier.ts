import type { FastifyBaseLogger } from 'fastify'
import type { AccountId } from '../../domain/account/account.ts'
import type { Library } from '../../domain/ports/library.ts'
import { deliver } from '../../domain/webhook/deliver.ts'
import type { Delivery } from '../../domain/webhook/delivery.ts'
import { queueDeliveries } from '../../domain/webhook/queue-deliveries.ts'
import type { Webhook, WebhookId } from '../../domain/webhook/webhook.ts'
import type { Adapters } from '../choose-adapters.ts'

export type Courier = {
  /** Takes no more messages; lets those on their way go on for some seconds, then gives them back. */
  close(): Promise<void>
}

export type CourierOptions = Pick<Adapters, 'control' | 'libraries' | 'outbound' | 'secrets' | 'clock' | 'ids'> & {
  log?: Pick<FastifyBaseLogger, 'warn' | 'error'>
  /** How often to look for what nobody told: attempts whose time has come, other processes' work, new accounts. */
  pollMs?: number
  /** How long a message whose sender died stays untouched; longer than an attempt may take. */
  leaseMs?: number
  /** Messages on their way to one webhook at a time. */
  handsPerWebhook?: number
  graceMs?: number
}

/**
 * Tells webhooks what happened, for every account of the installation; any number of processes may. Beside the
 * workers, so that receivers who are slow to answer keep no file waiting.
 */
export function runCourier({
  log,
  pollMs = 1000,
  leaseMs = 60_000,
  handsPerWebhook = 4,
  graceMs = 3000,
  ...deps
}: CourierOptions): Courier {
  const known = new Map<AccountId, { library: Library; stopListening(): void }>()
  /** Where something may have to be told. */
  const toVisit = new Set<Library>()
  const onTheWay = new Map<WebhookId, number>()
  const sending = new Set<Promise<void>>()
  const stop = new AbortController()
  let closing = false
  let visiting: Promise<void> | null = null
  let looking: Promise<void> | null = null

  const poll = setInterval(lookEverywhere, pollMs)
  lookEverywhere()

  function lookEverywhere(): void {
    looking ??= lookAtEach().finally(() => {
      looking = null
    })
  }

  async function lookAtEach(): Promise<void> {
    try {
      for (const account of await deps.control.read.accounts.all()) {
        if (closing || known.has(account.id)) continue
        const library = await deps.libraries.of(account)
        known.set(account.id, { library, stopListening: library.onCommit(() => look(library)) })
      }
    } catch (error) {
      log?.error({ err: error }, 'looking for messages to webhooks failed')
    }
    for (const { library } of known.values()) look(library)
  }

  function look(library: Library): void {
    toVisit.add(library)
    visiting ??= (async () => {
      for (const next of toVisit) {
        // it may be named again from here on
        toVisit.delete(next)
        if (!closing) await visitSafely(next)
      }
    })().finally(() => {
      visiting = null
      const [named] = toVisit // after the loop had ended
      if (named && !closing) look(named)
    })
  }

  const visitSafely = (library: Library): Promise<void> =>
    visit(library).catch((error: unknown) => {
      const about = { err: error, account: library.accountId }
      log?.error(about, 'messages to webhooks could not be sent; will try again')
    })

  async function visit(library: Library): Promise<void> {
    const webhooks = await library.read.webhooks.enabled()
    if (webhooks.length === 0) return
    let isMore = true
    while (isMore && !closing) isMore = await queueDeliveries({ ...deps, library })
    for (const webhook of webhooks) await sendDue(library, webhook)
  }

  async function sendDue(library: Library, webhook: Webhook): Promise<void> {
    const limit = handsPerWebhook - (onTheWay.get(webhook.id) ?? 0)
    const now = deps.clock.now()
    if (closing || limit <= 0 || (await library.read.deliveries.countDue(webhook.id, now)) === 0) return
    const due = await library.transaction((stores) => stores.deliveries.lease(webhook.id, { now, leaseMs, limit }))
    for (const delivery of due) begin(library, webhook, delivery)
  }

  function begin(library: Library, webhook: Webhook, delivery: Delivery): void {
    onTheWay.set(webhook.id, (onTheWay.get(webhook.id) ?? 0) + 1)
    const run = send(library, webhook, delivery).finally(() => {
      onTheWay.set(webhook.id, (onTheWay.get(webhook.id) ?? 1) - 1)
      sending.delete(run)
      look(library)
    })
    sending.add(run)
  }

  async function send(library: Library, webhook: Webhook, delivery: Delivery): Promise<void> {
    const about = { account: library.accountId, webhook: webhook.id, delivery: delivery.id }
    try {
      await deliver({ ...deps, library }, webhook, delivery, stop.signal)
    } catch (error) {
      if (stop.signal.aborted) {
        await library
          .transaction(({ deliveries }) => deliveries.giveBack(delivery.id))
          .catch((failure: unknown) =>
            log?.warn({ err: failure, ...about }, 'a message waits for its lease to run out'),
          )
      } else log?.error({ err: error, ...about }, 'a message to a webhook failed here; its lease will run out')
    }
  }

  return {
    async close() {
      closing = true
      clearInterval(poll)
      await looking
      for (const { stopListening } of known.values()) stopListening()
      await visiting
      const patience = setTimeout(() => stop.abort(new Error('The server is stopping')), graceMs)
      await Promise.all(sending)
      clearTimeout(patience)
    },
  }
}
