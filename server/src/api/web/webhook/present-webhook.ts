import type { DeliveryEntry, WebhookDetails, WebhookEntry } from '@descant/contract'
import type { Delivery } from '../../../domain/webhook/delivery.ts'
import type { Webhook } from '../../../domain/webhook/webhook.ts'
import { toWireTime } from '../../http/wire-time.ts'

export const presentWebhook = ({ id, url, events, enabled, createdBy, createdAt }: Webhook): WebhookEntry => ({
  id,
  url,
  events,
  enabled,
  createdBy,
  created: toWireTime(createdAt),
})

export const presentWebhookWithToken = (webhook: Webhook, secureToken: string): WebhookDetails => ({
  ...presentWebhook(webhook),
  secureToken,
})

export const presentDelivery = (delivery: Delivery): DeliveryEntry => ({
  id: delivery.id,
  event: delivery.event,
  scheme: delivery.scheme,
  contentId: delivery.subjectId,
  displayname: delivery.displayName,
  time: toWireTime(delivery.happenedAt),
  queued: toWireTime(delivery.queuedAt),
  state: delivery.state,
  attempts: delivery.attempts,
  lastAttempt: delivery.lastAttemptAt === null ? null : toWireTime(delivery.lastAttemptAt),
  nextAttempt: delivery.state === 'waiting' ? toWireTime(delivery.runAt) : null,
  status: delivery.status,
  answer: delivery.answer,
  reason: delivery.reason,
})
