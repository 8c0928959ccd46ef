import type { AssetId } from '../asset/asset.ts'
import type { Delivery, DeliveryId, Outcome } from './delivery.ts'
import type { WebhookId } from './webhook.ts'

/** A place in the log of a webhook: just below the delivery it names. */
export type DeliveryPlace = { queuedAt: number; id: DeliveryId }

/** The queue of messages and its log in one: what waits is leased, sent and recorded. */
export interface DeliveryStore {
  insert(deliveries: readonly Delivery[]): Promise<void>
  find(id: DeliveryId): Promise<Delivery | undefined>
  /** Newest first; `below`: those after this one in that order. */
  ofWebhook(webhook: WebhookId, asked: { below: DeliveryPlace | null; limit: number }): Promise<Delivery[]>
  countDue(webhook: WebhookId, now: number): Promise<number>
  /**
   * Those that are due and not leased, in the order of their changes; leased to this process until `leaseMs` from now.
   * Two processes never get the same.
   */
  lease(webhook: WebhookId, asked: { now: number; leaseMs: number; limit: number }): Promise<Delivery[]>
  /** Ends the lease; nothing happens to one that is gone. */
  record(id: DeliveryId, outcome: Outcome): Promise<void>
  giveBack(id: DeliveryId): Promise<void>
  /** All of the webhook's that wait are failed. */
  giveUpWaiting(webhook: WebhookId, reason: string): Promise<void>
  /** Ended ones, queued before the time. */
  dropEndedBefore(time: number): Promise<void>
  /** Names and albums of assets, trashed ones too. */
  describeAssets(ids: readonly AssetId[]): Promise<Map<string, { name: string; albumIds: string[] }>>
}
