import { describe, expect, test } from 'vitest'
import type { Webhook, WebhookId } from '../../src/domain/webhook/webhook.ts'
import type { TestDatabase } from '../harness/databases.ts'
import { noon, someDelivery, someId, someWebhook } from '../harness/made-up.ts'
import { librariesOn } from './opened-for-tests.ts'

export function webhookStoreContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`webhooks: ${database.name}`, () => {
    const libraries = librariesOn(database)

    async function withWebhooks(...all: Webhook[]) {
      const library = await libraries.open()
      await library.transaction(async ({ webhooks }) => {
        for (const webhook of all) await webhooks.insert(webhook)
      })
      return library
    }

    test('one comes back as it was; what is not there is undefined', async () => {
      const webhook = someWebhook({ enabled: false, sinceSeq: 5_000_000_000, url: 'https://app.example/häck?a=1' })
      const { read } = await withWebhooks(webhook)

      expect(await read.webhooks.find(webhook.id)).toEqual(webhook)
      expect(await read.webhooks.find(someId<WebhookId>())).toBeUndefined()
    })

    test('all stand in the order they were made, and those that are on too', async () => {
      const [third, first, second] = [2, 0, 1].map((n) => someWebhook({ createdAt: noon + n, enabled: n !== 1 })) as [
        Webhook,
        Webhook,
        Webhook,
      ]
      const { read } = await withWebhooks(third, first, second)

      expect(await read.webhooks.all()).toEqual([first, second, third])
      expect(await read.webhooks.enabled()).toEqual([first, third])
    })

    test('what is named changes, the rest stays, also when nothing is named', async () => {
      const webhook = someWebhook()
      const library = await withWebhooks(webhook)

      await library.transaction(async ({ webhooks }) => {
        await webhooks.update(webhook.id, { events: ['album.added'], enabled: false })
        await webhooks.update(webhook.id, { sinceSeq: 9 })
        await webhooks.update(webhook.id, {})
      })

      const changed = { ...webhook, events: ['album.added'], enabled: false, sinceSeq: 9 }
      expect(await library.read.webhooks.find(webhook.id)).toEqual(changed)
    })

    test('one that is deleted takes its deliveries along, and no other’s', async () => {
      const [gone, stays] = [someWebhook(), someWebhook()]
      const library = await withWebhooks(gone, stays)
      const [lost, kept] = [someDelivery(gone), someDelivery(stays)]
      await library.transaction(({ deliveries }) => deliveries.insert([lost, kept]))

      await library.transaction(({ webhooks }) => webhooks.delete(gone.id))

      expect(await library.read.webhooks.all()).toEqual([stays])
      expect(await library.read.deliveries.find(lost.id)).toBeUndefined()
      expect(await library.read.deliveries.find(kept.id)).toEqual(kept)
    })
  })
}
