import type { ChangeList, ContentDetails, ContentList, CreatedCollection, Restored, TrashList } from '@descant/contract'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../../test/harness/dam.ts'
import { putAsset } from '../../../../test/harness/put-asset.ts'
import type { AssetId } from '../../../domain/asset/asset.ts'
import type { CollectionId } from '../../../domain/collection/collection.ts'
import { emptyTrash } from '../../../domain/trash/empty-trash.ts'

const path = '/web/v1/trash'
const note = { name: 'note.txt', bytes: Buffer.from('Bring the posters.') }

async function trash(dam: Dam) {
  const mara = await dam.person('mara')
  const remove = (id: string, scheme = 'document') => mara.delete('/api/v1/batch/content', { body: [{ id, scheme }] })
  const list = async (query = '') => (await mara.get<TrashList>(`${path}${query}`)).body
  const restore = async (...ids: string[]) => (await mara.post<Restored>(`${path}/restore`, { body: { ids } })).body
  const empty = () =>
    emptyTrash({
      library: dam.library,
      objects: dam.adapters.objectsOf(dam.account.id),
      clock: dam.adapters.clock,
    })
  return { mara, remove, list, restore, empty }
}

async function objectsIn(dam: Dam): Promise<string[]> {
  const keys: string[] = []
  for await (const key of dam.adapters.objectsOf(dam.account.id).list('')) keys.push(key)
  return keys
}

test('what was deleted lies there, the last first, and says until when', async ({ dam }) => {
  const { remove, list } = await trash(dam)
  const a = await putAsset(dam, { name: 'a.jpg' })
  const b = await putAsset(dam, { name: 'b.jpg' })
  await putAsset(dam)
  await remove(a.id, 'image')
  dam.advance({ seconds: 1 })
  await remove(b.id, 'image')

  const { results, ...page } = await list()
  expect(page).toEqual({ found: 2, start: 0, limit: 100 })
  expect(results.map(({ name, size, owner }) => [name, size, owner])).toEqual([
    ['b.jpg', '12345', 'mara@descant.test'],
    ['a.jpg', '12345', 'mara@descant.test'],
  ])
  const [first] = results
  expect(Number(first?.erased.slice(0, 8))).toBeGreaterThan(Number(first?.deleted.slice(0, 8)))
  expect((await list('?start=1&limit=1')).results.map(({ id }) => id)).toEqual([a.id])
  expect((await list('?start=9')).results).toEqual([])
})

test('comes back whole: to search, to its album, and the feed says so', async ({ dam }) => {
  const { mara, remove, list, restore } = await trash(dam)
  const album = (await mara.post<CreatedCollection>('/api/v1/album/Posters')).body
  const asset = await putAsset(dam, { tags: ['a'], keywords: ['Print'], albumIds: [album.id as CollectionId] })
  const before = (await mara.get<ContentDetails>(`/api/v1/image/${asset.id}`)).body
  await remove(asset.id, 'image')
  const { cursor } = (await mara.get<ChangeList>('/api/v1/changes')).body

  expect(await restore(asset.id, 'nothing')).toEqual({ failed: ['nothing'] })

  const after = (await mara.get<ContentDetails>(`/api/v1/image/${asset.id}`)).body
  expect({ ...after, time: '', default: {} }).toEqual({ ...before, time: '', default: {} })
  expect((await mara.get<ContentList>(`/api/v1/album/${album.id}`)).body.found).toBe(1)
  expect((await list()).found).toBe(0)
  const { changes } = (await mara.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body
  expect(changes).toMatchObject([{ event: 'asset.restored', id: asset.id }])
  expect(await restore(asset.id)).toEqual({ failed: [asset.id] })
})

test('is for those who delete, in the web application', async ({ dam }) => {
  const { mara } = await trash(dam)
  const cora = await dam.person('cora', { role: 'consumer' })

  expect((await cora.get(path)).status).toBe(403)
  expect((await cora.post(`${path}/restore`, { body: { ids: [] } })).status).toBe(403)
  expect((await dam.ask('GET', path)).status).toBe(401)
  for (const query of ['?limit=0', '?limit=1001', '?start=-1', '?start=a']) {
    expect([query, (await mara.get(`${path}${query}`)).status]).toEqual([query, 400])
  }
})

test('has a picture of everything in it, as long as it can come back', async ({ dam }) => {
  const { mara, remove, list, restore } = await trash(dam)
  const id = await mara.has(note)
  await remove(id)

  const preview = (await list()).results[0]?.preview ?? ''
  const picture = await dam.ask('GET', preview)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await dam.ask('GET', preview.replace('/trashed/', '/original/'))).status).toBe(403)

  await restore(id)
  expect((await dam.ask('GET', preview)).status).toBe(404)
})

describe('erased at once', () => {
  test('an asset is gone with bytes that nothing else uses, and does not come back', async ({ dam }) => {
    const { mara, remove, list, restore } = await trash(dam)
    const ada = await dam.person('ada', { role: 'admin' })
    const [gone, twin] = [await mara.has(note), await mara.has({ ...note, name: 'twin.txt' })]
    const other = await mara.has({ name: 'other.txt', bytes: Buffer.from('Of its own.') })
    for (const id of [gone, twin, other]) await remove(id)
    const preview = (await list()).results.find(({ id }) => id === gone)?.preview ?? ''

    expect((await ada.post(`${path}/erase`, { body: { ids: [gone, other, 'nothing'] } })).body).toEqual({ erased: 2 })

    expect((await list()).results.map(({ id }) => id)).toEqual([twin])
    expect(await restore(gone)).toEqual({ failed: [gone] })
    expect((await dam.ask('GET', preview)).status).toBe(404)
    await dam.settle()
    // the twin has the same bytes
    expect((await objectsIn(dam)).filter((key) => key.startsWith('originals/'))).toHaveLength(1)
    expect(await restore(twin)).toEqual({ failed: [] })
    expect((await mara.get(`/api_binary/v1/document/${twin}`)).status).toBe(302)
  })

  test('all of it is gone, and what is not in the trash stays', async ({ dam }) => {
    const { mara, remove, list } = await trash(dam)
    const ada = await dam.person('ada', { role: 'admin' })
    const kept = await mara.has({ name: 'kept.txt', bytes: Buffer.from('Keep this.') })
    await remove(await mara.has(note))
    await remove((await putAsset(dam)).id, 'image')

    expect((await ada.post(`${path}/empty`)).body).toEqual({ erased: 2 })

    await dam.settle()
    expect((await list()).found).toBe(0)
    expect((await objectsIn(dam)).filter((key) => key.startsWith('originals/'))).toHaveLength(1)
    expect((await mara.get(`/api/v1/document/${kept}`)).status).toBe(200)
    expect((await ada.post(`${path}/empty`)).body).toEqual({ erased: 0 })
  })

  test('the same file may be sent again right away', async ({ dam }) => {
    const { mara, remove } = await trash(dam)
    const ada = await dam.person('ada', { role: 'admin' })
    await remove(await mara.has(note))
    await ada.post(`${path}/empty`)
    await dam.settle()

    const again = await mara.has(note)

    const { headers } = await mara.get(`/api_binary/v1/document/${again}`)
    expect((await dam.ask('GET', headers.get('location') ?? '')).bytes).toEqual(note.bytes)
  })

  test('by administrators alone', async ({ dam }) => {
    const { mara, remove, list } = await trash(dam)
    const { id } = await putAsset(dam)
    await remove(id, 'image')

    expect((await mara.post(`${path}/erase`, { body: { ids: [id] } })).status).toBe(403)
    expect((await mara.post(`${path}/empty`)).status).toBe(403)
    expect((await dam.ask('POST', `${path}/empty`)).status).toBe(401)
    expect((await list()).found).toBe(1)
  })
})

describe('after 30 days', () => {
  test('it is erased, with bytes that nothing else uses', async ({ dam }) => {
    const { mara, remove, list, restore, empty } = await trash(dam)
    const id = await mara.has(note)
    const kept = await mara.has({ name: 'kept.txt', bytes: Buffer.from('Keep this.') })
    await remove(id)

    dam.advance({ days: 29 })
    await empty()
    expect((await list()).found).toBe(1)

    dam.advance({ days: 1, hours: 1 })
    expect(await restore(id)).toEqual({ failed: [id] })
    await empty()
    await empty()
    expect((await list()).found).toBe(0)
    const [asset] = await dam.library.read.assets.findMany([kept])
    expect((await objectsIn(dam)).filter((key) => key.startsWith('originals/'))).toEqual([asset?.current.object])
  })

  test('its bytes stay while another asset has them, in the trash or not', async ({ dam }) => {
    const { mara, remove, empty } = await trash(dam)
    const [a, b] = [await mara.has(note), await mara.has({ ...note, name: 'again.txt' })]
    await remove(a)
    dam.advance({ days: 20 })
    await remove(b)

    dam.advance({ days: 11 })
    await empty()
    expect((await objectsIn(dam)).some((key) => key.startsWith('originals/'))).toBe(true)

    dam.advance({ days: 20 })
    await empty()
    expect(await objectsIn(dam)).toEqual([])
  })

  test('nobody begins to rely on bytes that are about to go', async ({ dam }) => {
    const { mara, remove, empty } = await trash(dam)
    await remove(await mara.has(note))
    dam.advance({ days: 30 })

    await expect(mara.has(note)).rejects.toThrow('503')

    dam.advance({ hours: 1 })
    await empty()
    const id: AssetId = await mara.has(note)
    expect((await mara.get(`/api/v1/document/${id}`)).status).toBe(200)
  })
})
