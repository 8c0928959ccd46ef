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
