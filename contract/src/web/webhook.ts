import { type Static, Type } from 'typebox'
import { changeEvents } from '../change.ts'
import { WireTime } from '../wire-values.ts'

/** One row of Settings → Webhooks. Events are those of the change feed. */
export const WebhookEntry = Type.Object({
  id: Type.String(),
  url: Type.String(),
  events: Type.Array(Type.Enum(changeEvents)),
  enabled: Type.Boolean(),
  /** E-mail address of who made it. */
  createdBy: Type.String(),
  created: WireTime,
})
export type WebhookEntry = Static<typeof WebhookEntry>

/** `GET /web/v1/webhooks`, in the order they were made. */
export const WebhookList = Type.Object({ results: Type.Array(WebhookEntry) })
export type WebhookList = Static<typeof WebhookList>

/** One webhook, with the token that comes as `secure_token` in each message and is the key of its signature. */
export const WebhookDetails = Type.Object({ ...WebhookEntry.properties, secureToken: Type.String() })
export type WebhookDetails = Static<typeof WebhookDetails>

/** `POST /web/v1/webhooks`. On unless said otherwise; a token is made where none is given (16 to 200 characters). */
export const CreateWebhookBody = Type.Object({
  url: Type.String(),
  events: Type.Array(Type.String(), { maxItems: 100 }),
  enabled: Type.Optional(Type.Boolean()),
  secureToken: Type.Optional(Type.String()),
})
export type CreateWebhookBody = Static<typeof CreateWebhookBody>

/** `PUT /web/v1/webhooks/{id}`: what is not named stays. */
export const UpdateWebhookBody = Type.Partial(CreateWebhookBody)
export type UpdateWebhookBody = Static<typeof UpdateWebhookBody>

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const

/** One message to one webhook. */
export const DeliveryEntry = Type.Object({
  id: Type.String(),
  event: Type.Enum(changeEvents),
  /** Of what it tells: the asset's scheme, or `folder`, or `album`. */
  scheme: Type.String(),
  contentId: Type.String(),
  displayname: Type.String(),
  /** When it happened. */
  time: WireTime,
  queued: WireTime,
  state: Type.Enum(deliveryStates),
  attempts: Type.Integer(),
  lastAttempt: Type.Union([WireTime, Type.Null()]),
  /** While it waits: when it is tried next. */
  nextAttempt: Type.Union([WireTime, Type.Null()]),
  /** HTTP status of the last answer; `null`: there was none. */
  status: Type.Union([Type.Integer(), Type.Null()]),
  /** The beginning of the last answer. */
  answer: Type.String(),
  /** Why the last attempt failed; empty where it did not. */
  reason: Type.String(),
})
export type DeliveryEntry = Static<typeof DeliveryEntry>

/** `GET /web/v1/webhooks/{id}/deliveries?limit={1–200}&marker={nextMarker}`, newest first. */
export const DeliveryList = Type.Object({
  results: Type.Array(DeliveryEntry),
  nextMarker: Type.Optional(Type.String()),
})
export type DeliveryList = Static<typeof DeliveryList>

export const DeliveryListQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  marker: Type.Optional(Type.String()),
})
export type DeliveryListQuery = Static<typeof DeliveryListQuery>
