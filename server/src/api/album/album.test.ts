import type { BatchAlbumFailure, ChangeList, ContentList, CreatedCollection, ErrorBody } from '@descant/contract'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import type { Person } from '../../../test/harness/person.ts'
import { putAsset } from '../../../test/harness/put-asset.ts'

async function posters(dam: Dam) {
  const mara = await dam.person('mara')
  const folder = (await mara.post<CreatedCollection>('/api/v1/folder/Work')).body
  const album = (await mara.post<CreatedCollection>(`/api/v1/album/${folder.id}/Posters`)).body
  return { mara, folder, album }
}

const contentOf = async (person: Person, album: string) =>
  (await person.get<ContentList>(`/api/v1/album/${album}?sortBy=name&sortDirection=ascending`)).body.results
const reference = ({ id, name, scheme }: { id: string; name: string; scheme: string }) => ({
  id,
  scheme,
  displayName: name,
})

describe('an album', () => {
  test('takes content in, by its id or its id path, in an array or by id', async ({ dam }) => {
    const { mara, album } = await posters(dam)
    const a = await putAsset(dam, { name: 'a.jpg' })
    const b = await putAsset(dam, { name: 'b.mp4', scheme: 'video' })

    const first = await mara.post('/api/v1/batch/album', {
      body: { albumPath: album.idPath, contents: [reference(a)] },
    })
    const second = await mara.post('/api/v1/batch/album', {
      body: { albumPath: album.id, contents: { [b.id]: reference(b) } },
    })

    expect([first.status, first.body, second.status, second.body]).toEqual([200, [], 200, []])
    const content = await contentOf(mara, album.id)
    expect(content.map(({ name }) => name)).toEqual(['a.jpg', 'b.mp4'])
    expect(content[0]?.relatedAlbums).toEqual([
      {
        scheme: 'album',
        id: album.id,
        name: 'Posters',
        idPath: album.idPath,
        namePath: 'Work/Posters',
        size: '2',
        url: { detail: `${dam.origin}/album/${album.id}` },
      },
    ])
  })

  test('lets content go, and what was not in it is no failure', async ({ dam }) => {
    const { mara, album } = await posters(dam)
    const a = await putAsset(dam)
    const body = { albumPath: album.id, contents: [reference(a)] }
    await mara.post('/api/v1/batch/album', { body })

    for (let twice = 0; twice < 2; twice++) {
      const { status, body: failures } = await mara.delete('/api/v1/batch/album', { body })
      expect([status, failures]).toEqual([200, []])
    }

    expect(await contentOf(mara, album.id)).toEqual([])
    expect((await mara.get<CreatedCollection>(`/api/v1/info/album/${album.id}`)).body.size).toBe('0')
  })

  test('names what could not be taken in, and takes the rest', async ({ dam }) => {
    const { mara, album } = await posters(dam)
    const a = await putAsset(dam, { name: 'a.jpg' })
    const gone = { id: 'nothing', scheme: 'image', displayName: 'gone.jpg' }
    const elsewhere = { ...reference(await putAsset(dam, { name: 'b.jpg' })), scheme: 'video' }

    const { status, body } = await mara.post<BatchAlbumFailure[]>('/api/v1/batch/album', {
      body: { albumPath: album.id, contents: [gone, reference(a), elsewhere] },
    })

    expect(status).toBe(200)
    expect(body).toEqual([
      { id: 'nothing', displayName: 'gone.jpg', reason: 'contentNotFound' },
      { id: elsewhere.id, displayName: 'b.jpg', reason: 'contentNotFound' },
    ])
    expect((await contentOf(mara, album.id)).map(({ id }) => id)).toEqual([a.id])
  })

  test('logs each asset once and itself once, and nothing when nothing changed', async ({ dam }) => {
    const { mara, album } = await posters(dam)
    const a = await putAsset(dam)
    const body = { albumPath: album.id, contents: [reference(a), reference(a)] }
    const { cursor } = (await mara.get<ChangeList>('/api/v1/changes')).body

    await mara.post('/api/v1/batch/album', { body })
    await mara.post('/api/v1/batch/album', { body })

    const { changes } = (await mara.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body
    expect(changes.map(({ event, scheme, id }) => [event, scheme, id])).toEqual([
      ['asset.changed', 'image', a.id],
      ['album.changed', 'album', album.id],
    ])
  })

  test('that is not there, or is a folder, is 404; a body that makes no sense 400', async ({ dam }) => {
    const { mara, folder, album } = await posters(dam)
    const many = Array.from({ length: 1001 }, (_, n) => ({ id: String(n), scheme: 'image' }))

    for (const albumPath of ['NOONE', folder.id, '']) {
      const { status } = await mara.post('/api/v1/batch/album', { body: { albumPath, contents: [] } })
      expect([albumPath, status]).toEqual([albumPath, 404])
    }
    for (const id of ['NOONE', folder.id]) expect((await mara.get(`/api/v1/album/${id}`)).status).toBe(404)
    for (const body of [{ albumPath: album.id, contents: many }, { albumPath: album.id }, { contents: [] }, {}, []]) {
      const { status, body: refusal } = await mara.post<ErrorBody>('/api/v1/batch/album', { body })
      expect([status, refusal.code]).toEqual([400, 40000])
    }
  })

  test('is searched, filtered and paged like everything', async ({ dam }) => {
    const { mara, album } = await posters(dam)
    const other = (await mara.post<CreatedCollection>('/api/v1/album/Other')).body
    for (const name of ['tiger.jpg', 'lion.jpg']) {
      const asset = await putAsset(dam, { name, tags: ['cat'] })
      for (const { id } of [album, other]) {
        await mara.post('/api/v1/batch/album', { body: { albumPath: id, contents: [reference(asset)] } })
      }
    }
    await putAsset(dam, { name: 'tiger-outside.jpg' })
    const found = async (query: string) => (await mara.get<ContentList>(`/api/v1/album/${album.id}?${query}`)).body

    expect((await found('keyword=tiger')).results.map(({ name }) => name)).toEqual(['tiger.jpg'])
    expect((await found('tags=cat&limit=1')).found).toBe(2)
    expect((await found('')).facets).toContainEqual({ name: 'tags', value: ['cat'], counts: [2] })
  })
})
