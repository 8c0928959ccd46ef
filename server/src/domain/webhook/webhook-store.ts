import type { Webhook, WebhookId } from './webhook.ts'

export interface WebhookStore {
  insert(webhook: Webhook): Promise<void>
  find(id: WebhookId): Promise<Webhook | undefined>
  /** In the order they were made. */
  all(): Promise<Webhook[]>
  /** Those that are on, in the order they were made. */
  enabled(): Promise<Webhook[]>
  update(
    id: WebhookId,
    fields: Partial<Pick<Webhook, 'url' | 'events' | 'secretSealed' | 'enabled' | 'sinceSeq'>>,
  ): Promise<void>
  /** With its deliveries. */
  delete(id: WebhookId): Promise<void>
}
