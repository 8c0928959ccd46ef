import { describe, expect, test } from 'vitest'
import type { AssetId } from '../../src/domain/asset/asset.ts'
import type { Library } from '../../src/domain/ports/library.ts'
import type { Delivery, DeliveryId } from '../../src/domain/webhook/delivery.ts'
import type { Webhook } from '../../src/domain/webhook/webhook.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someAsset, someCollection, someDelivery, someId, someWebhook } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function deliveryStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`deliveries: ${database.name}`, () => {
    const libraries = librariesOn(database)
    const webhook = someWebhook()

    async function withDeliveries(...all: Delivery[]) {
      const library = await libraries.open()
      await library.transaction(async ({ webhooks, deliveries }) => {
        await webhooks.insert(webhook)
        await deliveries.insert(all)
      })
      return library
    }
    const lease = (library: Library, now: number, limit = 10) =>
      library.transaction(({ deliveries }) => deliveries.lease(webhook.id, { now, leaseMs: 1000, limit }))
    const idsOf = (all: Delivery[]) => all.map(({ id }) => id)

    test('one comes back as it was; what is not there is undefined', async () => {
      const delivery = someDelivery(webhook, {
        displayName: 'Größe „1“.jpg',
        attempts: 3,
        lastAttemptAt: noon + 5,
        status: 503,
        answer: 'later\n',
        reason: 'It answered 503',
        album: '',
      })
      const { read } = await withDeliveries(delivery)

      expect(await read.deliveries.find(delivery.id)).toEqual(delivery)
      expect(await read.deliveries.find(someId<DeliveryId>())).toBeUndefined()
    })

    test('many are inserted at once', async () => {
      const all = Array.from({ length: 1000 }, (_, n) => someDelivery(webhook, { changeSeq: n }))
      const library = await withDeliveries(...all)

      expect(idsOf(await lease(library, noon, 2000))).toEqual(idsOf(all))
    })

    test('the log is newest first, in pages that neither overlap nor skip', async () => {
      const library = await withDeliveries(...[3, 1, 2, 2, 2].map((n) => someDelivery(webhook, { queuedAt: noon + n })))
      const { deliveries } = library.read

      const whole = await deliveries.ofWebhook(webhook.id, { below: null, limit: 10 })
      const pages: Delivery[] = []
      for (;;) {
        const page = await deliveries.ofWebhook(webhook.id, { below: pages.at(-1) ?? null, limit: 2 })
        if (page.length === 0) break
        pages.push(...page)
      }

      expect(whole.map(({ queuedAt }) => queuedAt - noon)).toEqual([3, 2, 2, 2, 1])
      expect(pages).toEqual(whole)
      expect(await deliveries.ofWebhook(someWebhook().id, { below: null, limit: 10 })).toEqual([])
    })

    test('what is due is leased in the order of its changes, and not again before the lease ends', async () => {
      const [second, first] = [someDelivery(webhook, { changeSeq: 8 }), someDelivery(webhook, { changeSeq: 7 })]
      const later = someDelivery(webhook, { runAt: noon + 5000 })
      const ended = someDelivery(webhook, { state: 'delivered' })
      const library = await withDeliveries(second, first, later, ended)
      const due = (now: number) => library.read.deliveries.countDue(webhook.id, now)

      expect(await due(noon)).toBe(2)
      expect(await lease(library, noon, 1)).toEqual([first])
      expect(await lease(library, noon)).toEqual([second])
      expect([await due(noon + 999), await lease(library, noon + 999)]).toEqual([0, []])
      expect(idsOf(await lease(library, noon + 1000))).toEqual([first.id, second.id])
      expect(idsOf(await lease(library, noon + 5000))).toEqual([first.id, second.id, later.id])
    })

    test('two who lease at once never get the same', async () => {
      const library = await withDeliveries(
        ...Array.from({ length: 20 }, (_, changeSeq) => someDelivery(webhook, { changeSeq })),
      )

      const leased = await Promise.all(Array.from({ length: 8 }, () => lease(library, noon, 3)))

      expect(new Set(leased.flat().map(({ id }) => id)).size).toBe(20)
      expect(leased.flat()).toHaveLength(20)
    })

    test('an outcome ends the lease, and so does giving back', async () => {
      const [failing, returned] = [someDelivery(webhook), someDelivery(webhook)]
      const library = await withDeliveries(failing, returned)
      await lease(library, noon)
      const outcome = {
        state: 'waiting',
        attempts: 1,
        runAt: noon + 10,
        lastAttemptAt: noon + 1,
        status: 500,
        answer: 'oh',
        reason: 'It answered 500',
      } as const

      await library.transaction(async ({ deliveries }) => {
        await deliveries.record(failing.id, outcome)
        await deliveries.giveBack(returned.id)
        await deliveries.record(someId<DeliveryId>(), outcome)
      })

      expect(await library.read.deliveries.find(failing.id)).toEqual({ ...failing, ...outcome })
      expect(await lease(library, noon)).toEqual([returned])
      expect(await lease(library, noon + 10)).toEqual([{ ...failing, ...outcome }])
    })

    test('what waits is given up for one webhook, the rest stays', async () => {
      const other: Webhook = someWebhook()
      const [waiting, ended] = [someDelivery(webhook), someDelivery(webhook, { state: 'delivered' })]
      const elsewhere = someDelivery(other)
      const library = await withDeliveries(waiting, ended)
      await library.transaction(async ({ webhooks, deliveries }) => {
        await webhooks.insert(other)
        await deliveries.insert([elsewhere])
        await deliveries.giveUpWaiting(webhook.id, 'switched off')
      })

      const { deliveries } = library.read
      expect(await deliveries.find(waiting.id)).toEqual({ ...waiting, state: 'failed', reason: 'switched off' })
      expect(await deliveries.find(ended.id)).toEqual(ended)
      expect(await deliveries.find(elsewhere.id)).toEqual(elsewhere)
    })

    test('old ones are dropped once they have ended', async () => {
      const old = { queuedAt: noon - 1 }
      const [waiting, failed, fresh] = [
        someDelivery(webhook, old),
        someDelivery(webhook, { ...old, state: 'failed' }),
        someDelivery(webhook, { state: 'delivered' }),
      ]
      const library = await withDeliveries(waiting, failed, fresh)

      await library.transaction(({ deliveries }) => deliveries.dropEndedBefore(noon))

      const left = await library.read.deliveries.ofWebhook(webhook.id, { below: null, limit: 10 })
      expect(new Set(idsOf(left))).toEqual(new Set([waiting.id, fresh.id]))
    })

    test('assets are described by name and albums, in the trash too', async () => {
      const [here, there] = [someCollection({ kind: 'album' }), someCollection({ kind: 'album' })]
      const [shown, trashed] = [
        someAsset({ name: 'a.jpg', albumIds: [here.id, there.id] }),
        someAsset({ name: 'b.jpg' }),
      ]
      const library = await libraries.open()
      await library.transaction(async ({ assets, collections }) => {
        for (const album of [here, there]) await collections.insert(album)
        for (const asset of [shown, trashed]) await assets.insert(asset)
        await assets.trash(trashed.id, noon)
      })

      const described = await library.read.deliveries.describeAssets([shown.id, trashed.id, someId<AssetId>()])

      expect(described).toEqual(
        new Map([
          [shown.id, { name: 'a.jpg', albumIds: [here.id, there.id].toSorted() }],
          [trashed.id, { name: 'b.jpg', albumIds: [] }],
        ]),
      )
    })
  })
}
