import type { BatchContent, BatchDeleted, ChangeList, ContentList, CreatedCollection, Tree } from '@descant/contract'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { putAsset } from '../../../test/harness/put-asset.ts'
import type { Asset } from '../../domain/asset/asset.ts'
import type { CollectionId } from '../../domain/collection/collection.ts'

const content = '/api/v1/batch/content'
const folder = '/api/v1/batch/folder'
const reference = ({ id, scheme }: Pick<Asset, 'id' | 'scheme'>) => ({ id, scheme })

describe('several contents', () => {
  test('come with all their details, in the order asked; what is not there is named', async ({ dam }) => {
    const mara = await dam.person('mara')
    const a = await putAsset(dam, { name: 'a.jpg' })
    const b = await putAsset(dam, { name: 'b.mp4', scheme: 'video' })
    const gone = { id: 'nothing', scheme: 'image' }
    const other = { id: a.id, scheme: 'audio' }

    const { status, body } = await mara.post<BatchContent>(content, { body: [reference(b), gone, reference(a)] })
    expect(status).toBe(200)
    expect(body.docResult.map(({ name, versionHistory }) => [name, versionHistory.length])).toEqual([
      ['b.mp4', 1],
      ['a.jpg', 1],
    ])
    expect(body.failed).toEqual([gone])

    const keyed = await mara.post<BatchContent>(content, { body: { contents: { [a.id]: { scheme: 'audio' } } } })
    expect(keyed.body).toEqual({ docResult: [], failed: [other] })
    const many = Array.from({ length: 1001 }, (_, n) => ({ id: String(n), scheme: 'image' }))
    expect((await mara.post(content, { body: many })).status).toBe(400)
  })

  test('that a consumer may not see are not there', async ({ dam }) => {
    const cora = await dam.person('cora', { role: 'consumer' })
    const pending = reference(await putAsset(dam, { approval: 'Pending' }))

    const { body } = await cora.post<BatchContent>(content, { body: [pending] })

    expect(body).toEqual({ docResult: [], failed: [pending] })
    expect((await cora.delete(content, { body: [pending] })).status).toBe(403)
    expect((await dam.ask('POST', content, { body: [pending] })).status).toBe(401)
  })

  test('are deleted, and gone from lists, search and details at once', async ({ dam }) => {
    const mara = await dam.person('mara')
    const [a, b] = [await putAsset(dam), await putAsset(dam)]
    const gone = { id: 'nothing', scheme: 'image' }
    const { cursor } = (await mara.get<ChangeList>('/api/v1/changes')).body

    const { status, body } = await mara.delete<BatchDeleted>(content, { body: { contents: [reference(a), gone] } })

    expect([status, body]).toEqual([200, { status: 'fail', deleteFail: [gone], permissionFail: [] }])
    expect((await mara.get<ContentList>('/api/v1/search')).body.results.map(({ id }) => id)).toEqual([b.id])
    expect((await mara.get(`/api/v1/image/${a.id}`)).status).toBe(404)
    expect((await mara.get(`/api_binary/v1/image/${a.id}`)).status).toBe(404)
    const { changes } = (await mara.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body
    expect(changes).toMatchObject([{ event: 'asset.deleted', scheme: 'image', id: a.id }])

    const again = await mara.delete<BatchDeleted>(content, { body: [reference(b)] })
    expect(again.body).toEqual({ status: 'success', deleteFail: [], permissionFail: [] })
  })
})

describe('folders and albums', () => {
  async function work(dam: Dam) {
    const mara = await dam.person('mara')
    const make = async (path: string) => (await mara.post<CreatedCollection>(`/api/v1/${path}`)).body
    const top = await make('folder/Work')
    const inner = await make(`folder/${top.id}/2024`)
    const album = await make(`album/${inner.id}/Posters`)
    const beside = await make('album/Beside')
    const albumIds = [album.id, beside.id] as CollectionId[]
    const asset = await putAsset(dam, { albumIds })
    const tree = async () => (await mara.get<Tree>('/api/v1/tree')).body.results.map(({ name }) => name)
    return { mara, top, inner, album, beside, asset, tree }
  }

  test('go with everything inside; the assets stay', async ({ dam }) => {
    const { mara, top, inner, album, beside, asset, tree } = await work(dam)
    const { cursor } = (await mara.get<ChangeList>('/api/v1/changes')).body

    const { status, body } = await mara.delete<BatchDeleted>(folder, { body: [{ id: top.id, scheme: 'folder' }] })

    expect([status, body]).toEqual([200, { status: 'success', deleteFail: [], permissionFail: [] }])
    expect(await tree()).toEqual(['Beside'])
    expect((await mara.get(`/api/v1/album/${album.id}`)).status).toBe(404)
    const [found] = (await mara.get<ContentList>('/api/v1/search')).body.results
    expect(found?.relatedAlbums.map(({ id }) => id)).toEqual([beside.id])
    const { changes } = (await mara.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body
    expect(changes.map(({ event, id }) => `${event} ${id}`)).toEqual([
      `asset.changed ${asset.id}`,
      `folder.deleted ${top.id}`,
      `folder.deleted ${inner.id}`,
      `album.deleted ${album.id}`,
    ])
    expect((await mara.post('/api/v1/folder/Work')).status).toBe(200)
  })

  test('that are not there are named, the rest goes', async ({ dam }) => {
    const { mara, top, beside, tree } = await work(dam)
    const wrong = [
      { id: 'NOONE', scheme: 'folder' },
      { id: top.id, scheme: 'album' },
    ]

    const body = { contents: [...wrong, { id: beside.id, scheme: 'album' }] }
    expect((await mara.delete<BatchDeleted>(folder, { body })).body).toEqual({
      status: 'fail',
      deleteFail: wrong,
      permissionFail: [],
    })
    expect(await tree()).toEqual(['Work'])
    const cora = await dam.person('cora', { role: 'consumer' })
    expect((await cora.delete(folder, { body })).status).toBe(403)
  })

  test('may be named beside what they are in', async ({ dam }) => {
    const { mara, top, inner, tree } = await work(dam)
    const contents = [inner, top].map(({ id }) => ({ id, scheme: 'folder' }))

    expect((await mara.delete<BatchDeleted>(folder, { body: contents })).body.status).toBe('success')
    expect(await tree()).toEqual(['Beside'])
  })
})
