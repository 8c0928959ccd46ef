import type { AssetId } from '../asset/asset.ts'
import type { Change } from '../change/change.ts'
import type { CollectionId } from '../collection/collection.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library, LibraryStores } from '../ports/library.ts'
import type { Delivery, DeliveryId, WebhookMessage } from './delivery.ts'
import { isWebhookEvent, type Webhook } from './webhook.ts'

const pageSize = 500

/**
 * Follows the change log for the webhooks that are on. The position and the messages commit together, so that none is
 * lost or told twice by a follower that is killed, and any number of processes may follow. Answers whether there is more.
 */
export async function queueDeliveries({
  library,
  clock,
  ids,
}: {
  library: Library
  clock: Clock
  ids: Ids
}): Promise<boolean> {
  const { changes, webhooks } = library.read
  // nothing to tell is the rule, and a look costs no writer's turn
  if ((await changes.position('webhooks')) >= (await changes.lastSeq())) return false
  if ((await webhooks.enabled()).length === 0) return false

  return await library.transaction(async (stores) => {
    const page = await stores.changes.after(await stores.changes.position('webhooks'), pageSize)
    const last = page.at(-1)
    if (last === undefined) return false
    await stores.deliveries.insert(await messagesFor(stores, await stores.webhooks.enabled(), page, { clock, ids }))
    await stores.changes.setPosition('webhooks', last.seq)
    return page.length === pageSize
  })
}

async function messagesFor(
  stores: LibraryStores,
  webhooks: readonly Webhook[],
  page: readonly Change[],
  { clock, ids }: { clock: Clock; ids: Ids },
): Promise<Delivery[]> {
  const told = page.flatMap((change) => {
    const to = webhooks.filter(({ events, sinceSeq }) => sinceSeq < change.seq && wants(events, change))
    return to.length > 0 ? [{ change, to }] : []
  })
  const describe = await describing(
    stores,
    told.map(({ change }) => change),
  )
  const queuedAt = clock.now()
  return told.flatMap(({ change, to }) =>
    to.map(({ id: webhookId }) => ({
      ...describe(change),
      id: ids.newId<DeliveryId>(),
      webhookId,
      changeSeq: change.seq,
      queuedAt,
      ...asQueued(queuedAt),
    })),
  )
}

const wants = (events: readonly string[], { event }: Change): boolean => isWebhookEvent(event) && events.includes(event)

export const asQueued = (runAt: number) =>
  ({ state: 'waiting', attempts: 0, runAt, lastAttemptAt: null, status: null, answer: '', reason: '' }) as const

async function describing(
  { deliveries, collections }: Pick<LibraryStores, 'deliveries' | 'collections'>,
  changes: readonly Change[],
): Promise<(change: Change) => WebhookMessage> {
  const isAsset = ({ event }: Change) => event.startsWith('asset.')
  const assetIds = [...new Set(changes.filter(isAsset).map(({ id }) => id as AssetId))]
  const assets = await deliveries.describeAssets(assetIds)
  const names = new Map<string, string>()
  for (const id of new Set(changes.filter((change) => !isAsset(change)).map(({ id }) => id as CollectionId))) {
    names.set(id, (await collections.find(id))?.name ?? '')
  }
  return ({ event, scheme, id, time }) => ({
    event: event as WebhookMessage['event'],
    scheme,
    subjectId: id,
    album: scheme === 'album' ? id : (assets.get(id)?.albumIds.join(',') ?? ''),
    displayName: assets.get(id)?.name ?? names.get(id) ?? '',
    happenedAt: time,
  })
}
