import { ChangeList, type CreatedCollection, type ErrorBody } from '@descant/contract'
import Value from 'typebox/value'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import type { Person } from '../../../test/harness/person.ts'
import { putAsset } from '../../../test/harness/put-asset.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import { recordExpiries } from '../../domain/asset/record-expiries.ts'
import { tagAsset } from '../../domain/asset/tag-asset.ts'
import { dropOldChanges } from '../../domain/change/drop-old-changes.ts'

const changesOf = async (person: Person, query = '') => (await person.get<ChangeList>(`/api/v1/changes?${query}`)).body
const events = ({ changes }: ChangeList) => changes.map(({ event, id }) => [event, id])

/** What was sent before has reached the server: later requests were answered. */
const arrived = async (person: Person) => {
  for (let n = 0; n < 5; n++) await changesOf(person)
}

const trash = (dam: Dam, id: AssetId) =>
  dam.library.transaction(async ({ assets, changes }) => {
    await assets.trash(id, dam.adapters.clock.now())
    await changes.append([{ event: 'asset.deleted', scheme: 'image', id, time: dam.adapters.clock.now() }])
  })

describe('the change feed', () => {
  test('tells everything from the oldest kept, in order, and then only what is new', async ({ dam }) => {
    const mara = await dam.person('mara')
    const empty = await changesOf(mara)
    const a = await putAsset(dam)
    const folder = (await mara.post<CreatedCollection>('/api/v1/folder/Work')).body

    const all = await changesOf(mara)

    expect(empty).toEqual({ cursor: expect.any(String), changes: [], more: false })
    expect([...Value.Errors(ChangeList, all)]).toEqual([])
    expect(all.changes).toEqual([
      { event: 'asset.added', scheme: 'image', id: a.id, time: expect.stringMatching(/^\d{17}$/) },
      { event: 'folder.added', scheme: 'folder', id: folder.id, time: expect.stringMatching(/^\d{17}$/) },
    ])
    expect(await changesOf(mara, `since=${empty.cursor}`)).toEqual(all)
    expect(await changesOf(mara, `since=${all.cursor}`)).toEqual({ cursor: all.cursor, changes: [], more: false })

    await mara.put(`/api/v1/image/${a.id}/tag/new`)
    expect(events(await changesOf(mara, `since=${all.cursor}`))).toEqual([['asset.changed', a.id]])
  })

  test('says when there is more, and skips nothing between pages', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { id } = await putAsset(dam)
    await dam.library.transaction(({ changes }) =>
      changes.append(
        Array.from({ length: 2100 }, (_, time) => ({ event: 'asset.changed', scheme: 'image', id, time })),
      ),
    )

    const times: string[] = []
    let page = await changesOf(mara)
    const sizes = [page.changes.length]
    while (page.more) {
      times.push(...page.changes.map(({ time }) => time))
      page = await changesOf(mara, `since=${page.cursor}`)
      sizes.push(page.changes.length)
    }
    times.push(...page.changes.map(({ time }) => time))

    expect(sizes).toEqual([1000, 1000, 101])
    expect(times.slice(1)).toEqual(times.slice(1).toSorted())
    expect(new Set(times).size).toBe(2101)
  })

  test('refuses what is no cursor, and says when one is no longer kept', async ({ dam }) => {
    const mara = await dam.person('mara')
    await putAsset(dam)
    const old = await changesOf(mara)
    await putAsset(dam)
    dam.advance({ days: 91 })
    const { id } = await putAsset(dam)
    await dropOldChanges({ library: dam.library, clock: dam.adapters.clock })

    for (const query of [
      'since=x',
      'since=',
      'since=-1',
      'since=1.5',
      'since=1e3',
      'since=1&since=2',
      'wait=x',
      'wait=-1',
      'wait=',
    ]) {
      const { status, body } = await mara.get<ErrorBody>(`/api/v1/changes?${query}`)
      expect([query, status]).toEqual([query, 400])
      expect(body.message).toContain(query.split('=')[0])
    }
    const { status, body } = await mara.get<ErrorBody>(`/api/v1/changes?since=${old.cursor}`)
    expect([status, body.code]).toEqual([410, 41000])
    expect((await mara.get('/api/v1/changes?since=999999')).status).toBe(410)
    expect(events(await changesOf(mara))).toEqual([['asset.added', id]])
  })

  test('needs a token', async ({ dam }) => {
    expect((await dam.ask('GET', '/api/v1/changes')).status).toBe(401)
  })
})

describe('waiting for a change', () => {
  test('ends within 100 ms of it', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { id } = await putAsset(dam)
    const { cursor } = await changesOf(mara)
    const waiting = changesOf(mara, `since=${cursor}&wait=30`).then((page) => ({ page, at: performance.now() }))
    await arrived(mara)

    await mara.put(`/api/v1/image/${id}/tag/new`)
    const changedAt = performance.now()
    const { page, at } = await waiting

    expect(events(page)).toEqual([['asset.changed', id]])
    expect(at - changedAt).toBeLessThan(100)
  })

  test('misses none that comes at the very moment', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { id } = await putAsset(dam)
    let { cursor } = await changesOf(mara)

    for (let n = 0; n < 30; n++) {
      const [page] = await Promise.all([
        changesOf(mara, `since=${cursor}&wait=20`),
        mara.put(`/api/v1/image/${id}/tag/t${n}`),
      ])
      expect(events(page)).toEqual([['asset.changed', id]])
      cursor = page.cursor
    }
  })

  test('ends by itself, and at once where something is there already', async ({ dam }) => {
    const mara = await dam.person('mara')
    await putAsset(dam)
    const begin = performance.now()

    const there = await changesOf(mara, 'wait=60')
    const nothing = await changesOf(mara, `since=${there.cursor}&wait=1`)

    expect(there.changes.length).toBe(1)
    expect(nothing).toEqual({ cursor: there.cursor, changes: [], more: false })
    expect(performance.now() - begin).toBeGreaterThan(990)
    expect(performance.now() - begin).toBeLessThan(10_000)
  })

  test('ends with the token that it began with', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { id } = await putAsset(dam)
    const { cursor } = await changesOf(mara)
    const waiting = mara.get(`/api/v1/changes?since=${cursor}&wait=30`)
    await arrived(mara)

    const { control, secrets, clock } = dam.adapters
    await control.transaction(({ grants }) => grants.endToken(secrets.digest(mara.token), clock.now()))
    await tagAsset({ library: dam.library, clock }, { scheme: 'image', id, role: 'admin', tag: 'secret' })

    expect((await waiting).status).toBe(401)
  })

  test('does not keep the server from closing', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { cursor } = await changesOf(mara)
    const waiting = changesOf(mara, `since=${cursor}&wait=60`)
    await arrived(mara)
    const begin = performance.now()

    await Promise.allSettled([dam.close(), waiting])

    expect(performance.now() - begin).toBeLessThan(5000)
  })
})

describe('what a consumer learns', () => {
  test('is about what a consumer may see, and what is gone', async ({ dam }) => {
    const mara = await dam.person('mara')
    const cora = await dam.person('cora', { role: 'consumer' })
    const open = await putAsset(dam)
    const pending = await putAsset(dam, { approval: 'Pending' })
    const gone = await putAsset(dam)
    await mara.put(`/api/v1/image/${pending.id}/tag/a`)
    await mara.put(`/api/v1/image/${open.id}/tag/a`)
    await trash(dam, gone.id)

    const seen = await changesOf(cora)

    expect(events(seen)).toEqual([
      ['asset.added', open.id],
      ['asset.changed', open.id],
      ['asset.deleted', gone.id],
    ])
    expect(seen.cursor).toBe((await changesOf(mara)).cursor)
  })

  test('does not wake one who waits when it is about something else', async ({ dam }) => {
    const mara = await dam.person('mara')
    const cora = await dam.person('cora', { role: 'consumer' })
    const { cursor } = await changesOf(cora)
    const waiting = changesOf(cora, `since=${cursor}&wait=2`)

    await putAsset(dam, { approval: 'Pending' })
    const page = await waiting

    expect(page.changes).toEqual([])
    expect(page.cursor).toBe((await changesOf(mara)).cursor)
  })
})

test('what expires is told once, to everyone who could see it, however often anyone looks', async ({ dam }) => {
  const mara = await dam.person('mara')
  const cora = await dam.person('cora', { role: 'consumer' })
  const soon = await putAsset(dam, { expiresAt: dam.adapters.clock.now() + 60_000 })
  await putAsset(dam, { expiresAt: dam.adapters.clock.now() + 3_600_000 })
  const restricted = await putAsset(dam, { approval: 'Restricted', expiresAt: dam.adapters.clock.now() + 60_000 })
  const { cursor } = await changesOf(mara)
  const record = () => recordExpiries({ library: dam.library, clock: dam.adapters.clock })

  await record()
  expect((await changesOf(mara, `since=${cursor}`)).changes).toEqual([])
  dam.advance({ minutes: 2 })
  await Promise.all([record(), record(), record()])
  await record()

  const byId = ([, a]: unknown[], [, b]: unknown[]) => (String(a) < String(b) ? -1 : 1)
  const both = [
    ['asset.expired', soon.id],
    ['asset.expired', restricted.id],
  ]
  expect(events(await changesOf(mara, `since=${cursor}`)).toSorted(byId)).toEqual(both.toSorted(byId))
  expect(events(await changesOf(cora, `since=${cursor}`))).toEqual([['asset.expired', soon.id]])
})
