import { createHmac } from 'node:crypto'
import type { DeliveryList, ErrorBody, WebhookDetails, WebhookList } from '@descant/contract'
import { describe, expect, vi } from 'vitest'
import { test as base, type Dam } from '../../../../test/harness/dam.ts'
import type { Person } from '../../../../test/harness/person.ts'
import { putAsset } from '../../../../test/harness/put-asset.ts'
import { openReceiver, type Received, type Receiver } from '../../../../test/harness/receiver.ts'
import { runCourier } from '../../../app/workers/run-courier.ts'
import { queueDeliveries } from '../../../domain/webhook/queue-deliveries.ts'

const path = '/web/v1/webhooks'
const inOwnNetwork = base.override({ damOptions: { env: { DESCANT_ALLOW_PRIVATE_NETWORK: '1' } } })
const test = inOwnNetwork.extend<{ receiver: Receiver }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants to see what a fixture uses
  receiver: async ({}, use) => {
    await using receiver = await openReceiver()
    await use(receiver)
  },
})

const admin = (dam: Dam) => dam.person('ada', { role: 'admin' })

async function hook(ada: Person, { url }: Pick<Receiver, 'url'>, events = ['asset.added'], more = {}) {
  const { status, body } = await ada.post<WebhookDetails>(path, { body: { url, events, ...more } })
  expect(status).toBe(201)
  return body
}
const messageIn = ({ text }: Received) => JSON.parse(text) as Record<string, string>
const logOf = async (ada: Person, { id }: { id: string }, query = '') =>
  (await ada.get<DeliveryList>(`${path}/${id}/deliveries${query}`)).body

/** The log, once its newest delivery has come this far. */
const ended = (ada: Person, webhook: { id: string }, state: string, attempts = 1) =>
  vi.waitFor(
    async () => {
      const log = await logOf(ada, webhook)
      expect(log.results[0]).toMatchObject({ state, attempts })
      return log.results
    },
    { timeout: 10_000, interval: 20 },
  )

describe('a webhook', () => {
  test('is told what it asked for, flat, with its token and a signature', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    const webhook = await hook(ada, receiver, ['asset.added', 'asset.keyword.added'])
    const album = (await ada.post<{ id: string }>('/api/v1/album/Posters')).body

    const asset = await putAsset(dam, { name: 'Größe.jpg', albumIds: [album.id as never], keywords: ['Print'] })
    await ada.put(`/api/v1/image/${asset.id}/tag/new`)
    await ada.put(`/api/v1/image/${asset.id}/keyword/Print`)
    await ada.delete(`/api/v1/image/${asset.id}/keyword/Print`)
    await ada.put(`/api/v1/image/${asset.id}/keyword/Print`)

    const [added, worded] = await receiver.got(2)
    if (!added || !worded) throw new Error('Two were got')
    expect(messageIn(added)).toEqual({
      secure_token: webhook.secureToken,
      scheme: 'image',
      id: asset.id,
      album: album.id,
      displayname: 'Größe.jpg',
      event: 'asset.added',
      time: expect.stringMatching(/^\d{17}$/),
    })
    expect(messageIn(worded)).toMatchObject({ event: 'asset.keyword.added', id: asset.id })
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(added.headers['descant-signature'])) ?? []
    expect(v1).toBe(createHmac('sha256', webhook.secureToken).update(`${t}.${added.text}`).digest('hex'))
    expect(added).toMatchObject({
      method: 'POST',
      path: '/hook',
      headers: { 'content-type': 'application/json; charset=utf-8', 'descant-event': 'asset.added' },
    })
  })

  test('is told of albums, folders and what is gone, by name as long as that is known', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    await hook(ada, receiver, ['folder.added', 'album.added', 'asset.deleted'])
    const { id } = await putAsset(dam, { name: 'gone.jpg' })
    await ada.post('/api/v1/folder/Work')
    const album = (await ada.post<{ id: string }>('/api/v1/album/Posters')).body
    await dam.library.transaction(async ({ assets, changes }) => {
      await assets.trash(id, dam.adapters.clock.now())
      await changes.append([{ event: 'asset.deleted', scheme: 'image', id, time: dam.adapters.clock.now() }])
    })

    const told = (await receiver.got(3)).map(messageIn)

    expect(told.map(({ event, displayname, album }) => [event, displayname, album])).toEqual([
      ['folder.added', 'Work', ''],
      ['album.added', 'Posters', album.id],
      ['asset.deleted', 'gone.jpg', ''],
    ])
  })

  test('is told nothing from before it was made, nor while it was off', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    await putAsset(dam, { name: 'before.jpg' })
    const webhook = await hook(ada, receiver)
    const turn = (enabled: boolean) => ada.put(`${path}/${webhook.id}`, { body: { enabled } })

    await turn(false)
    await putAsset(dam, { name: 'while off.jpg' })
    await turn(true)
    await putAsset(dam, { name: 'after.jpg' })

    expect((await receiver.got(1)).map((each) => messageIn(each).displayname)).toEqual(['after.jpg'])
    expect((await logOf(ada, webhook)).results).toHaveLength(1)
  })

  test('that is made beside others is told from then on, and they all from when they were', async ({
    dam,
    receiver,
  }) => {
    const ada = await admin(dam)
    const [first] = [await hook(ada, receiver)]
    for (let n = 0; n < 3; n++) await putAsset(dam)
    const second = await hook(ada, receiver)
    await putAsset(dam)

    await receiver.got(5)
    expect((await logOf(ada, first)).results).toHaveLength(4)
    expect((await logOf(ada, second)).results).toHaveLength(1)
  })
})

describe('what fails', () => {
  test('is tried again for a day, later each time, and then given up', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    receiver.answers((_, response) => response.writeHead(503).end('try later'))
    const webhook = await hook(ada, receiver)
    await putAsset(dam)
    const began = dam.adapters.clock.now()

    const pauses: number[] = []
    for (let attempt = 1; attempt <= 9; attempt++) {
      const [delivery] = await ended(ada, webhook, 'waiting', attempt)
      expect(delivery).toMatchObject({ status: 503, answer: 'try later', reason: 'It answered 503' })
      const seconds = (timeOf(delivery?.nextAttempt) - timeOf(delivery?.lastAttempt)) / 1000
      pauses.push(seconds)
      dam.advance({ seconds })
    }
    const [given] = await ended(ada, webhook, 'failed', 10)

    expect(given?.nextAttempt).toBeNull()
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    expect((dam.adapters.clock.now() - began) / 3_600_000).toBeCloseTo(24, 0)
    expect(new Set(receiver.received.map(({ headers }) => headers['descant-delivery'])).size).toBe(1)
    expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(1)
  })

  test('and then succeeds is delivered', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    receiver.answers((_, response) => response.writeHead(500).end())
    const webhook = await hook(ada, receiver)
    await putAsset(dam)
    await ended(ada, webhook, 'waiting')

    receiver.answers((_, response) => response.writeHead(204).end())
    dam.advance({ seconds: 11 })

    const [delivery] = await ended(ada, webhook, 'delivered', 2)
    expect(delivery).toMatchObject({ status: 204, reason: '', nextAttempt: null })
  })

  test('is a redirect, too: it is not followed', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    await using elsewhere = await openReceiver()
    receiver.answers((_, response) => response.writeHead(302, { location: elsewhere.url }).end())
    const webhook = await hook(ada, receiver)
    await putAsset(dam)

    const [delivery] = await ended(ada, webhook, 'waiting')
    expect(delivery?.reason).toContain('redirects are not followed')
    expect(elsewhere.received).toEqual([])
  })

  test('keeps no other webhook waiting', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    await using silent = await openReceiver(() => {})
    await hook(ada, silent)
    await hook(ada, receiver)

    for (let n = 0; n < 10; n++) await putAsset(dam)

    await receiver.got(10)
    expect((await silent.got(4)).length).toBe(4)
  })

  test('is sent again when asked, as a delivery of its own', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    const webhook = await hook(ada, receiver)
    await putAsset(dam)
    const [first] = await ended(ada, webhook, 'delivered')
    dam.advance({ seconds: 1 })
    const again = (id = '') => ada.post<{ id: string }>(`${path}/${webhook.id}/deliveries/${id}/again`)

    const sent = await again(first?.id)

    expect(sent).toMatchObject({ status: 202, body: { state: 'waiting', attempts: 0, event: 'asset.added' } })
    const [one, other] = await receiver.got(2)
    expect(other?.text).toBe(one?.text)
    expect(other?.headers['descant-delivery']).toBe(sent.body.id)
    await ended(ada, webhook, 'delivered')
    expect((await logOf(ada, webhook)).results).toHaveLength(2)
    expect((await again('x')).status).toBe(404)
    await ada.put(`${path}/${webhook.id}`, { body: { enabled: false } })
    expect((await again(first?.id)).status).toBe(400)
  })

  test('waits no more when the webhook is switched off, and is gone with it', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    receiver.answers((_, response) => response.writeHead(500).end())
    const webhook = await hook(ada, receiver)
    await putAsset(dam)
    await ended(ada, webhook, 'waiting')

    await ada.put(`${path}/${webhook.id}`, { body: { enabled: false } })
    expect((await logOf(ada, webhook)).results).toMatchObject([
      { state: 'failed', reason: 'The webhook was switched off' },
    ])
    expect((await ada.delete(`${path}/${webhook.id}`)).status).toBe(204)
    expect((await ada.get(`${path}/${webhook.id}/deliveries`)).status).toBe(404)
  })
})

describe('unless the setting allows it', () => {
  const guarded = test.override({ damOptions: {} })

  guarded('addresses of our own network are refused when it connects, and the log says so', async ({ dam }) => {
    await using receiver = await openReceiver()
    const ada = await admin(dam)
    const webhook = await hook(ada, receiver)
    await putAsset(dam)

    const [delivery] = await ended(ada, webhook, 'waiting')
    expect(delivery).toMatchObject({ status: null, reason: '127.0.0.1 lies in a private network' })
    expect(receiver.received).toEqual([])
  })
})

describe('nothing is lost, and nothing queued twice', () => {
  test('when several processes follow and send at once', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    const webhook = await hook(ada, receiver)
    const couriers = [1, 2].map(() => runCourier({ ...dam.adapters, pollMs: 20 }))

    await Promise.all(Array.from({ length: 40 }, () => putAsset(dam)))

    await receiver.got(40)
    await Promise.all(couriers.map((courier) => courier.close()))
    expect(new Set(receiver.received.map((each) => messageIn(each).id)).size).toBe(40)
    expect(receiver.received).toHaveLength(40)
    expect((await logOf(ada, webhook, '?limit=200')).results).toHaveLength(40)
  })

  test('when a follower is stopped between two looks', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    await hook(ada, receiver)
    const deps = { library: dam.library, clock: dam.adapters.clock, ids: dam.adapters.ids }

    for (let n = 0; n < 5; n++) {
      await putAsset(dam)
      await Promise.all([queueDeliveries(deps), queueDeliveries(deps)])
    }

    await receiver.got(5)
    expect(new Set(receiver.received.map((each) => messageIn(each).id)).size).toBe(5)
  })

  test('when the sender dies on the way: after its lease another sends, under the same id', async ({
    dam,
    receiver,
  }) => {
    const ada = await admin(dam)
    receiver.answers(() => {})
    await hook(ada, receiver)
    await putAsset(dam)
    const [lost] = await receiver.got(1)

    receiver.answers((_, response) => response.end())
    dam.advance({ minutes: 2 })

    const [, again] = await receiver.got(2)
    expect(again?.headers['descant-delivery']).toBe(lost?.headers['descant-delivery'])
    expect(again?.text).toBe(lost?.text)
  })
})

describe('settings', () => {
  test('make, show, change and delete webhooks', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    const made = await hook(ada, receiver, ['asset.deleted', 'asset.added'])
    expect(made).toEqual({
      id: expect.stringMatching(/^[0-9a-v]{26}$/),
      url: receiver.url,
      events: ['asset.added', 'asset.deleted'],
      enabled: true,
      createdBy: 'ada@descant.test',
      created: expect.stringMatching(/^\d{17}$/),
      secureToken: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const { secureToken, ...entry } = made
    expect((await ada.get<WebhookList>(path)).body).toEqual({ results: [entry] })
    expect((await ada.get(`${path}/${made.id}`)).body).toEqual(made)

    const changes = { url: 'https://app.example/new', events: ['album.added'], secureToken: 'a-token-of-my-own' }
    const changed = await ada.put(`${path}/${made.id}`, { body: changes })
    expect(changed).toMatchObject({ status: 200, body: { ...made, ...changes } })

    expect((await ada.delete(`${path}/${made.id}`)).status).toBe(204)
    expect((await ada.get(`${path}/${made.id}`)).status).toBe(404)
    expect((await ada.delete(`${path}/${made.id}`)).status).toBe(404)
  })

  test.for([
    { url: '' },
    { url: 'app.example/hook' },
    { url: 'ftp://app.example/' },
    { url: 'javascript:alert(1)' },
    { url: 'https://user:secret@app.example/' },
    { url: 'https://app.example/#there' },
    { url: 'https://' },
    { events: [] },
    { events: ['asset.eaten'] },
    { events: ['settings.changed'] },
    { events: { all: true } },
    { secureToken: 'short' },
    { secureToken: 'with spaces and such' },
  ])('refuse %o', async (wrong, { dam, receiver }) => {
    const ada = await admin(dam)
    const body = { url: receiver.url, events: ['asset.added'], ...wrong }

    const refused = await ada.post<ErrorBody>(path, { body })

    expect([refused.status, refused.body.code]).toEqual([400, 40000])
    expect(refused.body.message).toMatch(/url|events|secureToken/)
    expect((await ada.get<WebhookList>(path)).body.results).toEqual([])
  })

  test('show the log in pages, newest first', async ({ dam, receiver }) => {
    const ada = await admin(dam)
    const webhook = await hook(ada, receiver)
    for (let n = 0; n < 5; n++) await putAsset(dam, { name: `${n}.jpg` })
    await receiver.got(5)

    const names: string[] = []
    let marker: string | undefined = ''
    while (marker !== undefined) {
      const page: DeliveryList = await logOf(ada, webhook, `?limit=2&marker=${marker}`)
      names.push(...page.results.map(({ displayname }) => displayname))
      marker = page.nextMarker
    }

    expect(names.toSorted()).toEqual(['0.jpg', '1.jpg', '2.jpg', '3.jpg', '4.jpg'])
    expect((await ada.get(`${path}/${webhook.id}/deliveries?marker=x`)).status).toBe(400)
    expect((await ada.get(`${path}/${webhook.id}/deliveries?limit=0`)).status).toBe(400)
  })

  test('are for administrators alone', async ({ dam, receiver }) => {
    const webhook = await hook(await admin(dam), receiver)
    const asks = [
      ['GET', path],
      ['POST', path],
      ['GET', `${path}/${webhook.id}`],
      ['PUT', `${path}/${webhook.id}`],
      ['DELETE', `${path}/${webhook.id}`],
      ['GET', `${path}/${webhook.id}/deliveries`],
      ['POST', `${path}/${webhook.id}/deliveries/x/again`],
    ] as const
    for (const role of ['contributor', 'consumer'] as const) {
      const person = await dam.person(role, { role })
      for (const [method, address] of asks) {
        const body = { url: receiver.url, events: ['asset.added'] }
        const { status } = await person.ask(method, address, method === 'GET' ? {} : { body })
        expect([role, method, address, status]).toEqual([role, method, address, 403])
      }
    }
    for (const [method, address] of asks) expect((await dam.ask(method, address)).status).toBe(401)
  })
})

const timeOf = (wire: string | null = ''): number => {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(wire ?? '') ?? []
  const [year = 0, month = 0, ...rest] = parts.map(Number)
  return Date.UTC(year, month - 1, ...rest)
}
