import { type BriefContent, ContentDetails, type ContentList, type ErrorBody } from '@descant/contract'
import Value from 'typebox/value'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { putAsset } from '../../../test/harness/put-asset.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import type { CollectionId } from '../../domain/collection/collection.ts'
import { createCollection } from '../../domain/collection/create-collection.ts'
import { changeSettings } from '../../domain/setting/change-settings.ts'

const names = (list: ContentList) => list.results.map(({ name }) => name)

async function makeAlbum(dam: Dam, name: string, parentId: CollectionId | null = null) {
  const owner = 'mara@descant.test'
  return await createCollection(
    { ...dam.adapters, library: dam.library },
    { kind: 'album', parentId, name, description: '', owner },
  )
}

describe('details', () => {
  test('say everything the published page promises, in its shapes', async ({ dam }) => {
    const album = await makeAlbum(dam, 'Posters')
    const poster = await putAsset(dam, {
      name: 'renamed.jpg',
      author: 'Ada',
      copyright: '© Ada',
      expiresAt: Date.UTC(2100, 0, 2),
      tags: ['b', 'a'],
      keywords: ['Print'],
      albumIds: [album.id],
      createdAt: Date.UTC(2024, 0, 2, 3, 4, 5, 6),
      current: { fileName: 'original.jpg', metadata: { Software: 'Darkroom 2', 'Color Space': 'sRGB' } },
    })
    await changeSettings({ ...dam.adapters, library: dam.library }, { drm: true })
    const mara = await dam.person('mara')

    const { status, headers, body } = await mara.get<ContentDetails>(`/api/v1/image/${poster.id}`)

    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect([...Value.Errors(ContentDetails, body)]).toEqual([])
    const base = `${dam.origin}/api_binary/v1/image/${poster.id}`
    expect(body).toMatchObject({
      scheme: 'image',
      id: poster.id,
      name: 'renamed.jpg',
      size: '12345',
      owner: 'mara@descant.test',
      ownerName: 'Mara Tester',
      created: '20240102030405006',
      approvalStatus: 'Approved',
      width: '640',
      height: '480',
      dpi: '72',
      tag: ['b', 'a'],
      keyword: ['Print'],
      copyright: '© Ada',
      expirationDate: '21000101000000000',
      additional: {},
      url: {
        detail: `${dam.origin}/smartalbum/image?column=image&id=${poster.id}`,
        preview: `${base}/preview`,
        download: base,
        metadata: `${base}/metadata`,
        PNG: `${base}/PNG`,
        HighJPG: `${base}/HighJPG`,
        LowJPG: `${base}/LowJPG`,
      },
      default: {
        Name: 'original.jpg',
        'Content Type': 'image/jpeg',
        Dimensions: '640*480 Pixels',
        'Creation Tool': 'Darkroom 2',
        Author: 'Ada',
        Copyright: '© Ada',
        'Date uploaded': '20240102030405006',
        'Uploaded by': 'mara@descant.test',
        Color: 'sRGB',
        Size: '12345',
      },
      relatedAlbums: [
        {
          scheme: 'album',
          id: album.id,
          name: 'Posters',
          idPath: album.id,
          namePath: 'Posters',
          size: '1',
          url: { detail: `${dam.origin}/album/${album.id}` },
        },
      ],
      versionHistory: [
        {
          no: '1',
          ownerName: 'Mara Tester',
          versionId: poster.current.id,
          uri: { preview: `${base}/${poster.current.id}/preview`, download: `${base}/${poster.current.id}` },
        },
      ],
    })
    expect(body.url.directUrlPreview).toMatch(/\/direct\/preview\/.+\/800$/)
    expect(body.url.directUrlOriginal).toContain('/direct/original/')
    expect(body.url).not.toHaveProperty('play')
  })

  test('have null in default where the file says nothing, and no field that has no value', async ({ dam }) => {
    const sound = await putAsset(dam, {
      scheme: 'audio',
      current: {
        measures: { width: null, height: null, dpi: null, duration: 3, pages: null, createdInFileAt: null },
      },
    })
    const mara = await dam.person('mara')

    const { body } = await mara.get<ContentDetails>(`/api/v1/audio/${sound.id}`)

    expect(body.default).toMatchObject({
      Dimensions: null,
      'Creation Tool': null,
      Author: null,
      Copyright: null,
      Color: null,
    })
    for (const absent of ['width', 'height', 'dpi', 'copyright', 'termsAndConditions', 'expirationDate']) {
      expect(body).not.toHaveProperty(absent)
    }
    expect(body.url.play).toBe(`${dam.origin}/api_binary/v1/audio/${sound.id}/play`)
    expect(body.url.directUrlPreviewPlay).toContain('/direct/play/')
    expect(body.url).not.toHaveProperty('PNG')
  })

  test('show versions newest first', async ({ dam }) => {
    const { id, current } = await putAsset(dam)
    await dam.library.transaction(({ assets }) =>
      assets.addVersion({ ...current, id: dam.adapters.ids.newId(), no: 2, comment: 'brighter' }),
    )
    const mara = await dam.person('mara')

    const { body } = await mara.get<ContentDetails>(`/api/v1/image/${id}`)

    expect(body.versionHistory.map(({ no, comment }) => [no, comment])).toEqual([
      ['2', 'brighter'],
      ['1', undefined],
    ])
  })

  test('addresses stay equal for ten minutes, so that answers can be kept', async ({ dam }) => {
    const { id } = await putAsset(dam)
    const mara = await dam.person('mara')
    const urls = async () => (await mara.get<ContentDetails>(`/api/v1/image/${id}`)).body.url

    const first = await urls()

    expect(await urls()).toEqual(first)
    dam.advance({ minutes: 10 })
    expect(await urls()).not.toEqual(first)
  })

  test.for([
    '/api/v1/image/nothing',
    '/api/v1/video/ID',
    '/api/v1/Image/ID',
    '/api/v1/picture/ID',
    '/api/v1/image/ID/x',
  ])('of %s are not found', async (path, { dam }) => {
    const { id } = await putAsset(dam)
    const mara = await dam.person('mara')

    const { status, body, headers } = await mara.get<ErrorBody>(path.replace('ID', id))

    expect(status).toBe(404)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(body).toEqual({ code: 40400, message: expect.any(String) })
  })

  test('need a token', async ({ dam }) => {
    const { id } = await putAsset(dam)

    const { status, headers } = await dam.ask('GET', `/api/v1/image/${id}`)

    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toContain('Bearer')
  })

  test('answer HEAD like GET, without the body', async ({ dam }) => {
    const { id } = await putAsset(dam)
    const mara = await dam.person('mara')

    const { status, bytes } = await mara.ask('HEAD', `/api/v1/image/${id}`)

    expect([status, bytes.length]).toEqual([200, 0])
  })
})

describe('what a consumer may not see', () => {
  const hidden = [
    { approval: 'Pending' as const },
    { approval: 'Restricted' as const },
    { expiresAt: Date.UTC(2020, 0, 1) },
  ]

  test.for(hidden)('is not there: %o', async (standing, { dam }) => {
    const album = await makeAlbum(dam, 'Posters')
    await putAsset(dam, { name: 'open.jpg', albumIds: [album.id] })
    const { id } = await putAsset(dam, { name: 'hidden.jpg', albumIds: [album.id], tags: ['secret'], ...standing })
    const cora = await dam.person('cora', { role: 'consumer' })
    const mara = await dam.person('mara')

    expect((await cora.get(`/api/v1/image/${id}`)).status).toBe(404)
    for (const path of ['/api/v1/image', '/api/v1/allfile', '/api/v1/search', `/api/v1/album/${album.id}`]) {
      const { body } = await cora.get<ContentList>(path)
      expect([path, body.found, names(body)]).toEqual([path, 1, ['open.jpg']])
      expect(JSON.stringify(body.facets)).not.toContain('secret')
      expect((await mara.get<ContentList>(path)).body.found).toBe(2)
    }
  })

  test('is what expires, from the first moment of the day after', async ({ dam }) => {
    const { id } = await putAsset(dam, { expiresAt: dam.adapters.clock.now() + 60_000 })
    const cora = await dam.person('cora', { role: 'consumer' })
    const mara = await dam.person('mara')
    expect((await cora.get(`/api/v1/image/${id}`)).status).toBe(200)

    dam.advance({ seconds: 61 })

    expect((await cora.get(`/api/v1/image/${id}`)).status).toBe(404)
    expect((await cora.get<ContentList>('/api/v1/image')).body.found).toBe(0)
    const { body } = await mara.get<BriefContent>(`/api/v1/image/${id}`)
    expect(body.approvalStatus).toBe('Expired')
  })

  test('cannot be changed by a consumer either, nor can anything else', async ({ dam }) => {
    const { id } = await putAsset(dam)
    const cora = await dam.person('cora', { role: 'consumer' })
    const album = { albumPath: 'ABCDE', contents: [] }
    const writes = [
      cora.put(`/api/v1/image/${id}/tag/a`),
      cora.delete(`/api/v1/image/${id}/tag/a`),
      cora.put(`/api/v1/image/${id}/keyword/a`),
      cora.delete(`/api/v1/image/${id}/keyword/a`),
      cora.put(`/api/v1/image/${id}/rename`, { body: { name: 'x.jpg' } }),
      cora.post('/api/v1/keyword', { body: { name: 'a' } }),
      cora.post('/api/v1/folder/a'),
      cora.post('/api/v1/album/a'),
      cora.post('/api/v1/batch/album', { body: album }),
      cora.delete('/api/v1/batch/album', { body: album }),
    ]

    expect((await Promise.all(writes)).map(({ status }) => status)).toEqual(writes.map(() => 403))
  })
})

describe('lists of a scheme', () => {
  test('have every key of the published page and the ones clients fail without', async ({ dam }) => {
    await putAsset(dam)
    await putAsset(dam, { scheme: 'video' })
    const mara = await dam.person('mara')

    const { body } = await mara.get<ContentList>('/api/v1/image')

    expect(body).toMatchObject({
      found: 1,
      limit: 100,
      start: 0,
      sortBy: 'time',
      sortDirection: 'descending',
      matchExpr: '',
    })
    expect(body.facets).toContainEqual({ name: 'scheme', value: ['image'], counts: [1] })
    expect(body.facets).toContainEqual({ name: 'duration' })
    expect((await mara.get<ContentList>('/api/v1/audio')).body).toMatchObject({
      found: 0,
      results: [],
      facets: expect.any(Array),
    })
    expect((await mara.get<ContentList>('/api/v1/allfile')).body.found).toBe(2)
  })

  test('sort names as people do, whatever the case of sortBy', async ({ dam }) => {
    for (const name of ['img10.jpg', 'Zebra.jpg', 'img2.jpg', 'écran.jpg']) await putAsset(dam, { name })
    const mara = await dam.person('mara')

    const { body } = await mara.get<ContentList>('/api/v1/image?sortBy=Name&sortDirection=ascending')

    expect(names(body)).toEqual(['écran.jpg', 'img2.jpg', 'img10.jpg', 'Zebra.jpg'])
    expect(body).toMatchObject({ sortBy: 'name', sortDirection: 'ascending' })
  })

  test.for(['name', 'time', 'scheme', 'owner', 'size', 'created'])(
    'come in pages that neither overlap nor skip when all are equal in %s',
    async (sortBy, { dam }) => {
      const now = dam.adapters.clock.now()
      const all = []
      for (let n = 0; n < 9; n++) all.push((await putAsset(dam, { createdAt: now, modifiedAt: now })).id)
      const mara = await dam.person('mara')

      for (const sortDirection of ['ascending', 'descending']) {
        const pages: string[] = []
        for (let start = 0; start < 9; start += 2) {
          const path = `/api/v1/image?sortBy=${sortBy}&sortDirection=${sortDirection}&start=${start}&limit=2`
          const { body } = await mara.get<ContentList>(path)
          expect(body).toMatchObject({ found: 9, limit: 2, start })
          pages.push(...body.results.map(({ id }) => id))
        }
        expect(pages).toEqual(all.toSorted())
      }
    },
  )

  test('end with an empty page', async ({ dam }) => {
    await putAsset(dam)
    const mara = await dam.person('mara')

    const { status, body } = await mara.get<ContentList>('/api/v1/image?start=500')

    expect([status, body.found, body.results]).toEqual([200, 1, []])
  })

  test.for(['limit=0', 'limit=10001', 'limit=x', 'start=-1', 'sortBy=colour', 'sortDirection=up'])(
    'refuse %s, naming the parameter',
    async (query, { dam }) => {
      const mara = await dam.person('mara')

      const { status, body } = await mara.get<ErrorBody>(`/api/v1/image?${query}`)

      expect(status).toBe(400)
      expect(body.message).toContain(query.split('=')[0])
    },
  )
})

test('nothing of one account is visible through another', async ({ dam }) => {
  const acme = await dam.addAccount('acme.dam.example')
  const theirs = await dam.adapters.libraries.of(acme)
  const { id } = await putAsset(dam, { in: theirs, keywords: ['Secret'] })
  const own = await putAsset(dam)
  const mara = await dam.person('mara', { role: 'admin' })
  const anna = await dam.person('anna', { role: 'admin', of: acme })
  const here = { headers: { 'x-forwarded-host': 'localhost' } }
  const there = { headers: { 'x-forwarded-host': 'acme.dam.example' } }

  expect((await mara.get(`/api/v1/image/${own.id}`, here)).status).toBe(200)
  expect((await mara.get(`/api/v1/image/${id}`, here)).status).toBe(404)
  expect((await mara.put(`/api/v1/image/${id}/tag/a`, here)).status).toBe(404)
  expect((await mara.put(`/api/v1/image/${id}/rename`, { ...here, body: { name: 'a' } })).status).toBe(404)
  const list = await mara.get<ContentList>('/api/v1/search', here)
  expect(list.body.results.map((asset) => asset.id)).toEqual([own.id])
  expect(JSON.stringify(list.body)).not.toContain('Secret')
  expect((await mara.get(`/api/v1/image/${id}`, there)).status).toBe(401)

  const { status, body } = await anna.get<BriefContent>(`/api/v1/image/${id}`)
  expect([status, new URL(body.url.download).hostname]).toEqual([200, 'acme.dam.example'])
})

test('a page of a hundred is one answer, not a hundred', async ({ dam }) => {
  for (let n = 0; n < 120; n++) await putAsset(dam)
  const mara = await dam.person('mara')

  const { body } = await mara.get<ContentList>('/api/v1/image')

  expect([body.found, body.results.length]).toEqual([120, 100])
  expect(new Set(body.results.map(({ id }) => id as AssetId)).size).toBe(100)
})
