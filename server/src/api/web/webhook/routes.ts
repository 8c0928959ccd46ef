import {
  CreateWebhookBody,
  DeliveryEntry,
  DeliveryList,
  DeliveryListQuery,
  UpdateWebhookBody,
  WebhookDetails,
  WebhookList,
} from '@descant/contract'
import { Type } from 'typebox'
import { createWebhook } from '../../../domain/webhook/create-webhook.ts'
import type { DeliveryId } from '../../../domain/webhook/delivery.ts'
import { findWebhook } from '../../../domain/webhook/find-webhook.ts'
import { removeWebhook } from '../../../domain/webhook/remove-webhook.ts'
import { sendAgain } from '../../../domain/webhook/send-again.ts'
import { updateWebhook } from '../../../domain/webhook/update-webhook.ts'
import type { Webhook, WebhookId } from '../../../domain/webhook/webhook.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { refusals } from '../../http/refusals.ts'
import { readMarker, writeMarker } from './delivery-marker.ts'
import { presentDelivery, presentWebhook, presentWebhookWithToken } from './present-webhook.ts'

const path = '/web/v1/webhooks'
const ById = Type.Object({ id: Type.String() })
const OfWebhook = Type.Object({ id: Type.String(), deliveryId: Type.String() })

/** Settings → Webhooks: for administrators in the web application. */
export function webhookRoutes(app: App, deps: ApiDeps): void {
  const withToken = (webhook: Webhook) => presentWebhookWithToken(webhook, deps.secrets.unseal(webhook.secretSealed))

  app.register(async (scope: App) => {
    scope.addHook('onRequest', authenticate(deps))
    scope.addHook('onRequest', requireRole('admin'))
    scope.addHook('onRequest', requireWebApplication)
    scope.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

    scope.get(path, { schema: { response: { 200: WebhookList, ...refusals } } }, async (request) => {
      const webhooks = await callerOf(request).library.read.webhooks.all()
      return { results: webhooks.map(presentWebhook) }
    })

    scope.post(
      path,
      { schema: { body: CreateWebhookBody, response: { 201: WebhookDetails, ...refusals } } },
      async (request, reply) => {
        const { library, user } = callerOf(request)
        const { secureToken, ...asked } = request.body
        const made = await createWebhook({ ...deps, library }, { ...asked, secret: secureToken, by: user.email })
        return reply.code(201).send(presentWebhookWithToken(made.webhook, made.secret))
      },
    )

    scope.get(
      `${path}/:id`,
      { schema: { params: ById, response: { 200: WebhookDetails, ...refusals } } },
      async (request) => withToken(await findWebhook(callerOf(request).library.read, request.params.id as WebhookId)),
    )

    scope.put(
      `${path}/:id`,
      { schema: { params: ById, body: UpdateWebhookBody, response: { 200: WebhookDetails, ...refusals } } },
      async (request) => {
        const { library } = callerOf(request)
        const id = request.params.id as WebhookId
        const { secureToken, ...asked } = request.body
        await updateWebhook({ ...deps, library }, { id, ...asked, secret: secureToken })
        return withToken(await findWebhook(library.read, id))
      },
    )

    scope.delete(
      `${path}/:id`,
      { schema: { params: ById, response: { 204: Type.Null(), ...refusals } } },
      async (request, reply) => {
        await removeWebhook(callerOf(request), request.params.id as WebhookId)
        return reply.code(204).send(null)
      },
    )

    scope.get(
      `${path}/:id/deliveries`,
      { schema: { params: ById, querystring: DeliveryListQuery, response: { 200: DeliveryList, ...refusals } } },
      async (request): Promise<DeliveryList> => {
        const { read } = callerOf(request).library
        const { id } = await findWebhook(read, request.params.id as WebhookId)
        const { limit = 50, marker } = request.query
        const below = marker ? readMarker(marker) : null
        const found = await read.deliveries.ofWebhook(id, { below, limit: limit + 1 })
        const results = found.slice(0, limit)
        const last = results.at(-1)
        return {
          results: results.map(presentDelivery),
          ...(found.length > limit && last && { nextMarker: writeMarker(last) }),
        }
      },
    )

    scope.post(
      `${path}/:id/deliveries/:deliveryId/again`,
      { schema: { params: OfWebhook, response: { 202: DeliveryEntry, ...refusals } } },
      async (request, reply) => {
        const { library } = callerOf(request)
        const { id, deliveryId } = request.params
        const asked = { webhookId: id as WebhookId, deliveryId: deliveryId as DeliveryId }
        return reply.code(202).send(presentDelivery(await sendAgain({ ...deps, library }, asked)))
      },
    )
  })
}
