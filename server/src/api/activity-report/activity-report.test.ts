import { type ActivityList, type BatchDirectUri, type ErrorBody, schemes } from '@descant/contract'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { someActivity } from '../../../test/harness/made-up.ts'
import type { Person } from '../../../test/harness/person.ts'
import { portalScene } from '../../../test/harness/portal-scene.ts'
import { putAsset } from '../../../test/harness/put-asset.ts'
import type { Activity, ActivityId } from '../../domain/activity/activity.ts'
import { dropOldActivity } from '../../domain/activity/drop-old-activity.ts'
import type { Asset, AssetId } from '../../domain/asset/asset.ts'

const note = { name: 'note.txt', bytes: Buffer.from('Bring the posters.') }

const report = async (
  person: Person,
  { scheme, id }: Pick<Asset, 'scheme' | 'id'>,
  name = 'usagehistory',
  query = '',
) => (await person.get<ActivityList>(`/api/v1/${name}/${scheme}/${id}?${query}`)).body
const deeds = ({ results }: ActivityList) => results.map(({ user, actionName }) => `${user}: ${actionName}`)

/** Entries of these times, as if they had been recorded then. */
async function withHistory(dam: Dam, times: number[], said: Partial<Activity> = {}) {
  const asset = await putAsset(dam)
  const add = async (more: number[]) => {
    const entries = more.map((time) =>
      someActivity({ ...said, id: dam.adapters.ids.newId<ActivityId>(), assetId: asset.id, time }),
    )
    await dam.library.transaction(({ activities }) => activities.append(entries))
  }
  await add(times)
  return { asset, add }
}

describe('the usage history', () => {
  test('tells who uploaded, looked and downloaded, newest first', async ({ dam }) => {
    const mara = await dam.person('mara')
    const cora = await dam.person('cora', { role: 'consumer' })
    const asset = { scheme: 'document', id: await mara.has(note) } as const
    const binary = `/api_binary/v1/document/${asset.id}`

    await cora.get(`${binary}/preview`)
    dam.advance({ seconds: 1 })
    await cora.get(binary)

    const history = await report(mara, asset)
    expect(history).toEqual({
      limit: 100,
      sortDirection: 'descending',
      sortBy: 'time',
      results: [
        {
          user: 'Cora Tester',
          actionName: 'Downloaded Document',
          email: 'cora@descant.test',
          actionTime: expect.stringMatching(/^\d{17}$/),
        },
        expect.objectContaining({ user: 'Cora Tester', actionName: 'Previewed File' }),
        expect.objectContaining({ user: 'Mara Tester', actionName: 'Uploaded Document', email: 'mara@descant.test' }),
      ],
    })
    expect(deeds(await report(mara, asset, 'usagehistory', 'sortDirection=ascending'))).toEqual(
      deeds(history).toReversed(),
    )
  })

  test('has a report for each kind of deed', async ({ dam }) => {
    const mara = await dam.person('mara')
    const asset = { scheme: 'document', id: await mara.has(note) } as const
    await mara.get(`/api_binary/v1/document/${asset.id}/preview/500`)
    await mara.get(`/api_binary/v1/document/${asset.id}`)
    await dam.library.transaction(({ activities }) =>
      activities.append([someActivity({ assetId: asset.id, kind: 'shared', detail: 'Slack' })]),
    )

    expect(deeds(await report(mara, asset, 'viewactivity'))).toEqual(['Mara Tester: Previewed File'])
    expect(deeds(await report(mara, asset, 'downloadactivity'))).toEqual(['Mara Tester: Downloaded Document'])
    expect(deeds(await report(mara, asset, 'shareactivity'))).toEqual(['Mara Lind: Shared to Slack'])
    expect((await report(mara, asset)).results).toHaveLength(4)
  })

  test('tells of a new version, and goes on', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has(note)
    await mara.upload({ ...note, bytes: Buffer.from('And the flyers.') }, { 'x-amz-meta-id': id })

    expect(deeds(await report(mara, { scheme: 'document', id }))).toEqual([
      'Mara Tester: Uploaded Document',
      'Mara Tester: Uploaded Document',
    ])
  })

  test('names each kind of file', async ({ dam }) => {
    const mara = await dam.person('mara')
    const names = []
    for (const scheme of schemes) {
      const asset = await putAsset(dam, { scheme })
      await mara.get(`/api_binary/v1/${scheme}/${asset.id}`)
      names.push((await report(mara, asset)).results[0]?.actionName)
    }

    expect(names).toEqual([
      'Downloaded Image',
      'Downloaded Video',
      'Downloaded Audio',
      'Downloaded Document',
      'Downloaded Presentation',
      'Downloaded File',
    ])
  })
})

describe('what counts', () => {
  test('is being sent to bytes, by redirect or by text, one asset or many', async ({ dam }) => {
    const mara = await dam.person('mara')
    const asset = await putAsset(dam)
    const base = `/api_binary/v1/image/${asset.id}`

    for (const end of ['', `/${asset.current.id}`, '/PNG', '/directuri', '/preview', '/previewURI/300']) {
      expect((await mara.get(base + end)).status, end).toBeLessThan(400)
    }
    await mara.post<BatchDirectUri>('/api_binary/v1/batch/directuri', { body: [{ id: asset.id, scheme: 'image' }] })

    expect((await report(mara, asset, 'downloadactivity')).results).toHaveLength(5)
    expect((await report(mara, asset, 'viewactivity')).results).toHaveLength(2)
  })

  test('is opening an asset in the web application', async ({ dam }) => {
    const cora = await dam.person('cora', { role: 'consumer' })
    const mara = await dam.person('mara')
    const asset = await putAsset(dam)
    const hidden = await putAsset(dam, { approval: 'Restricted' })
    const view = (id: AssetId) => cora.post('/web/v1/views', { body: { scheme: 'image', id } })

    expect([(await view(asset.id)).status, (await view(hidden.id)).status]).toEqual([204, 404])

    expect(deeds(await report(mara, asset, 'viewactivity'))).toEqual(['Cora Tester: Previewed File'])
    expect((await report(mara, hidden, 'viewactivity')).results).toEqual([])
  })

  test('is not a thumbnail in a list, not details, not a question by HEAD and not a refusal', async ({ dam }) => {
    const mara = await dam.person('mara')
    const cora = await dam.person('cora', { role: 'consumer' })
    const asset = await putAsset(dam, { approval: 'Restricted' })
    const { directUrlPreview = '', directUrlOriginal = '' } = (
      await mara.get<{ url: Record<string, string> }>(`/api/v1/image/${asset.id}`)
    ).body.url

    await dam.ask('GET', directUrlPreview)
    await dam.ask('GET', directUrlOriginal)
    await mara.ask('HEAD', `/api_binary/v1/image/${asset.id}`)
    await cora.get(`/api_binary/v1/image/${asset.id}`)
    await mara.get(`/api_binary/v1/image/${asset.id}/preview/0`)

    expect((await report(mara, asset)).results).toEqual([])
  })

  test('is in the library when the server closes', async ({ dam }) => {
    const mara = await dam.person('mara')
    const asset = await putAsset(dam)
    for (let n = 0; n < 20; n++) await mara.get(`/api_binary/v1/image/${asset.id}`)

    await dam.adapters.recentActivity.close()

    const everything = { kind: null, direction: 'ascending', from: null, limit: 100 } as const
    expect(await dam.library.read.activities.ofAsset(asset.id, everything)).toHaveLength(20)
  })
})

describe('pages of a report', () => {
  const second = 1000

  test.for(['ascending', 'descending'] as const)(
    'neither skip nor repeat while activity arrives, %s',
    async (direction, { dam }) => {
      const mara = await dam.person('mara')
      const now = dam.adapters.clock.now()
      const times = Array.from({ length: 7 }, (_, n) => now - 100 * second + Math.floor(n / 2) * second)
      const { asset, add } = await withHistory(dam, times)
      const before = (await report(mara, asset, 'usagehistory', `sortDirection=${direction}`)).results

      const seen: ActivityList['results'] = []
      let marker: string | undefined = ''
      for (let page = 0; marker !== undefined; page++) {
        const query = `limit=2&sortDirection=${direction}&marker=${marker}`
        const { results, limit, nextMarker } = await report(mara, asset, 'usagehistory', query)
        expect(limit).toBe(2)
        seen.push(...results)
        marker = nextMarker
        await add([now + page * second])
        if (page > 20) throw new Error('the pages never end')
      }

      expect(seen.slice(0, 7)).toEqual(before)
      const arrived = direction === 'ascending' ? seen.slice(7).length : 0
      expect(seen).toHaveLength(7 + arrived)
    },
  )

  test('have a marker only where there is more', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { asset } = await withHistory(dam, [1, 2, 3])

    expect(await report(mara, asset, 'usagehistory', 'limit=3')).not.toHaveProperty('nextMarker')
    expect(await report(mara, asset, 'usagehistory', 'limit=2')).toHaveProperty('nextMarker')
    expect(await report(mara, asset, 'shareactivity')).toMatchObject({ results: [], limit: 100 })
  })

  test.for(['limit=0', 'limit=10001', 'limit=x', 'sortDirection=up', 'marker=MjAxODA3MjUwOTIwMjc0OTE', 'marker=!'])(
    'refuse %s, naming the parameter',
    async (query, { dam }) => {
      const mara = await dam.person('mara')
      const asset = await putAsset(dam)

      const { status, body } = await mara.get<ErrorBody>(`/api/v1/usagehistory/image/${asset.id}?${query}`)

      expect([status, body.code]).toEqual([400, 40000])
      expect(body.message).toContain(query.split('=')[0])
    },
  )
})

test('reports are of assets that are there, by their own scheme', async ({ dam }) => {
  const mara = await dam.person('mara')
  const { id } = await putAsset(dam)

  for (const path of [
    `usagehistory/video/${id}`,
    `usagehistory/Image/${id}`,
    `shareactivity/image/${'0'.repeat(26)}`,
  ]) {
    expect(await mara.get(`/api/v1/${path}`), path).toMatchObject({ status: 404, body: { code: 40400 } })
  }
})

test('reports name people, so consumers get none, and nobody without a token', async ({ dam }) => {
  const cora = await dam.person('cora', { role: 'consumer' })
  const { id } = await putAsset(dam)
  const path = `/api/v1/downloadactivity/image/${id}`

  expect([(await cora.get(path)).status, (await dam.ask('GET', path)).status]).toEqual([403, 401])
})

test('reports of another account’s assets are nowhere', async ({ dam }) => {
  const eve = await dam.person('eve', { of: await dam.addAccount('other.example') })
  const { id } = await putAsset(dam)

  expect((await eve.get(`/api/v1/usagehistory/image/${id}`)).status).toBe(404)
})

test('within a portal there are the reports of its content, with what was done there', async ({ dam }) => {
  const { portal, ines, mara, inside, outside } = await portalScene(dam)
  const within = `/api/p/${portal.id}/v1`

  expect((await ines.get(`/api_binary/p/${portal.id}/v1/document/${inside}`)).status).toBe(302)

  const { status, body } = await ines.get<ActivityList>(`${within}/downloadactivity/document/${inside}`)
  expect([status, deeds(body)]).toEqual([200, ['Ines Tester: Downloaded Document']])
  expect((await ines.get(`${within}/usagehistory/document/${outside}`)).status).toBe(404)
  const everywhere = await report(mara, { scheme: 'document', id: inside as AssetId }, 'downloadactivity')
  expect(deeds(everywhere)).toEqual(deeds(body))
})

test('sharing an asset is told', async ({ dam }) => {
  const mara = await dam.person('mara')
  const asset = await putAsset(dam)
  const shareDetail = { hideShareBy: true, allowDownloadOriginal: true, allowCropAndResize: false, allowPresets: false }

  await mara.put('/api/v1/share/batch', { body: { shareDetail, contents: [{ id: asset.id, scheme: 'image' }] } })

  const { results } = await report(mara, asset, 'shareactivity')
  expect(results).toMatchObject([{ user: 'Mara Tester', actionName: expect.stringMatching(/^Shared to \w/) }])
})

test('activity is forgotten after its time', async ({ dam }) => {
  const mara = await dam.person('mara')
  const { asset } = await withHistory(dam, [dam.adapters.clock.now()])
  const { library, adapters } = dam
  const drop = (daysKept: number | null) => dropOldActivity({ library, clock: adapters.clock }, { daysKept })

  dam.advance({ days: 31 })
  await drop(null)
  await drop(32)
  expect((await report(mara, asset)).results).toHaveLength(1)
  await drop(30)
  expect((await report(mara, asset)).results).toEqual([])
})
