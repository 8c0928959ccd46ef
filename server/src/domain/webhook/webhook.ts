import type { Brand } from '../brand.ts'
import type { AssetEvent, CollectionEvent } from '../change/change.ts'

export type WebhookId = Brand<string, 'WebhookId'>
export type WebhookEvent = AssetEvent | CollectionEvent

const events: Record<WebhookEvent, true> = {
  'asset.added': true,
  'asset.changed': true,
  'asset.version': true,
  'asset.keyword.added': true,
  'asset.keyword.removed': true,
  'asset.deleted': true,
  'asset.restored': true,
  'asset.expired': true,
  'folder.added': true,
  'folder.changed': true,
  'folder.deleted': true,
  'album.added': true,
  'album.changed': true,
  'album.deleted': true,
}
export const webhookEvents = Object.keys(events) as WebhookEvent[]

export const isWebhookEvent = (word: string): word is WebhookEvent => Object.hasOwn(events, word)

/** An address that is told what happens in a library. */
export type Webhook = {
  id: WebhookId
  url: string
  events: WebhookEvent[]
  /** The receiver knows it: it comes with every message and signs it. Sealed, because settings show it again. */
  secretSealed: string
  enabled: boolean
  /** Changes after this one are told: what happened before it was made, or while it was off, is not. */
  sinceSeq: number
  /** E-mail address. */
  createdBy: string
  createdAt: number
}
