import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { NoAnswer, type OutboundHttp, type PostAnswer } from '../ports/outbound-http.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { Delivery, Outcome } from './delivery.ts'
import { messageBody } from './message-body.ts'
import type { Webhook } from './webhook.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** After each failed attempt; the last one is a day after the first. */
const pauses = [
  10 * second,
  minute,
  5 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  8 * hour + 24 * minute,
]

export type DeliverDeps = { library: Library; outbound: OutboundHttp; secrets: Secrets; clock: Clock }

/**
 * One attempt at a leased delivery, and its outcome written down. The other side may get a message twice, when it is
 * slow to answer or we are killed before the outcome is written; its id in `Descant-Delivery` is the same then.
 */
export async function deliver(
  { library, outbound, secrets, clock }: DeliverDeps,
  webhook: Webhook,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<void> {
  const secret = secrets.unseal(webhook.secretSealed)
  const body = messageBody(delivery, secret)
  const seconds = Math.floor(clock.now() / 1000)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Descant',
    'descant-delivery': delivery.id,
    'descant-event': delivery.event,
    'descant-signature': `t=${seconds},v1=${secrets.hmac(secret, `${seconds}.${body}`)}`,
  }

  const answer = await outbound.post({ url: webhook.url, headers, body }, signal).catch((error: unknown) => {
    if (signal.aborted || !(error instanceof NoAnswer)) throw error
    return error
  })
  const outcome = outcomeOf(delivery, answer, clock.now())
  await library.transaction(({ deliveries }) => deliveries.record(delivery.id, outcome))
}

function outcomeOf({ attempts, runAt }: Delivery, answer: PostAnswer | NoAnswer, now: number): Outcome {
  const said =
    answer instanceof NoAnswer
      ? { status: null, answer: '', reason: answer.message }
      : { status: answer.status, answer: answer.text, reason: refusalIn(answer) }
  const ended = { ...said, attempts: attempts + 1, lastAttemptAt: now }
  if (said.reason === '') return { ...ended, state: 'delivered', runAt }
  const pause = pauses[attempts]
  return pause === undefined ? { ...ended, state: 'failed', runAt } : { ...ended, state: 'waiting', runAt: now + pause }
}

function refusalIn({ status }: PostAnswer): string {
  if (status >= 200 && status < 300) return ''
  if (status >= 300 && status < 400) return `It answered ${status}; redirects are not followed`
  return `It answered ${status}`
}
