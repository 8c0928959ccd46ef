import type { Brand } from '../brand.ts'
import type { WebhookEvent, WebhookId } from './webhook.ts'

export type DeliveryId = Brand<string, 'DeliveryId'>
export type DeliveryState = 'waiting' | 'delivered' | 'failed'

/** What is told, as it was when the change was seen. */
export type WebhookMessage = {
  event: WebhookEvent
  /** The asset's scheme, or `folder`, or `album`. */
  scheme: string
  subjectId: string
  /** Ids of the albums an asset is in, separated by commas; an album's own id. */
  album: string
  displayName: string
  happenedAt: number
}

/** A message to one webhook, and what became of it. */
export type Delivery = WebhookMessage & {
  id: DeliveryId
  webhookId: WebhookId
  /** Of the change it tells: the order they are told in. */
  changeSeq: number
  queuedAt: number
  state: DeliveryState
  /** Those that have ended. */
  attempts: number
  /** While it waits: not before. */
  runAt: number
  lastAttemptAt: number | null
  /** Of the last attempt; `null`: nobody answered. */
  status: number | null
  /** The beginning of the last answer. */
  answer: string
  /** Why the last attempt failed. */
  reason: string
}

export type Outcome = Pick<Delivery, 'state' | 'attempts' | 'runAt' | 'lastAttemptAt' | 'status' | 'answer' | 'reason'>
