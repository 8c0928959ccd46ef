import type {
  CreateWebhookBody,
  DeliveryEntry,
  DeliveryList,
  UpdateWebhookBody,
  WebhookDetails,
  WebhookEntry,
  WebhookList,
} from '@descant/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Dam } from '../../lib/dam.ts'

const address = '/web/v1/webhooks'
const addressOf = (id: string) => `${address}/${encodeURIComponent(id)}`

export const webhooksQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['webhooks'],
    queryFn: ({ signal }) => dam.web.json<WebhookList>(address, { signal }),
  })

/** With the token, so it is not kept longer than the page that shows it. */
export const webhookQuery = (dam: Dam, id: string) =>
  queryOptions({
    queryKey: ['webhook', id],
    queryFn: ({ signal }) => dam.web.json<WebhookDetails>(addressOf(id), { signal }),
    gcTime: 0,
  })

/** The log of messages, newest first. */
export const deliveriesQuery = (dam: Dam, id: string) =>
  infiniteQueryOptions({
    queryKey: ['deliveries', id],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ limit: '30', ...(pageParam !== '' && { marker: pageParam }) })
      return dam.web.json<DeliveryList>(`${addressOf(id)}/deliveries?${asked}`, { signal })
    },
    getNextPageParam: ({ nextMarker }) => nextMarker,
  })

export const createWebhook = (dam: Dam, body: CreateWebhookBody) =>
  dam.web.json<WebhookDetails>(address, { method: 'POST', body })
export const updateWebhook = (dam: Dam, id: string, body: UpdateWebhookBody) =>
  dam.web.done(addressOf(id), { method: 'PUT', body })
export const deleteWebhook = (dam: Dam, id: string) => dam.web.done(addressOf(id), { method: 'DELETE' })
export const sendAgain = (dam: Dam, id: string, deliveryId: string) =>
  dam.web.json<DeliveryEntry>(`${addressOf(id)}/deliveries/${encodeURIComponent(deliveryId)}/again`, { method: 'POST' })

type Event = WebhookEntry['events'][number]

/** In the order they are offered. */
export const eventWords: Record<Event, string> = {
  'asset.added': 'An asset was added',
  'asset.changed': 'An asset was changed',
  'asset.version': 'A new version was uploaded',
  'asset.keyword.added': 'A keyword was put on an asset',
  'asset.keyword.removed': 'A keyword was taken off an asset',
  'asset.deleted': 'An asset was deleted',
  'asset.restored': 'An asset was restored',
  'asset.expired': 'An asset expired',
  'folder.added': 'A folder was added',
  'folder.changed': 'A folder was changed',
  'folder.deleted': 'A folder was deleted',
  'album.added': 'An album was added',
  'album.changed': 'An album was changed',
  'album.deleted': 'An album was deleted',
}
