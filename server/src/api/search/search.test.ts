import { ContentList, type CreatedCollection, type ErrorBody, FolderContentList } from '@descant/contract'
import Value from 'typebox/value'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import type { Person } from '../../../test/harness/person.ts'
import { putAsset } from '../../../test/harness/put-asset.ts'
import type { CollectionId } from '../../domain/collection/collection.ts'

const search = async (person: Person, query: string) => (await person.get<ContentList>(`/api/v1/search?${query}`)).body

describe('a search', () => {
  test('answers the shape of every list, and says what was looked for', async ({ dam }) => {
    await putAsset(dam, { name: 'tiger.jpg', description: 'In the grass' })
    const mara = await dam.person('mara')

    const body = await search(mara, 'keyword=tiger%20grass')

    expect([...Value.Errors(ContentList, body)]).toEqual([])
    expect([body.found, body.matchExpr]).toEqual([1, 'tiger grass'])
    expect((await search(mara, 'keyword=tiger&aggsEnabled=false')).facets).toEqual([])
  })

  test('takes + for AND in keywords and tags, and for a space elsewhere', async ({ dam }) => {
    const mara = await dam.person('mara')
    const a = await putAsset(dam, { name: 'big cat.jpg', tags: ['cat', 'big'], keywords: ['C++'] })
    await putAsset(dam, { name: 'cat.jpg', tags: ['cat'] })
    const ids = async (query: string) => (await search(mara, query)).results.map(({ id }) => id)

    expect(await ids('tags=cat+big')).toEqual([a.id])
    expect((await search(mara, 'tags=cat|big')).found).toBe(2)
    expect(await ids('keyword=big+cat')).toEqual([a.id])
    expect(await ids('keywords=C%5C%2B%5C%2B')).toEqual([a.id])
    expect(await ids('keywordsLiteral=c%2B%2B')).toEqual([a.id])
  })

  test('refuses ranges and operators that make no sense, each with its code', async ({ dam }) => {
    const mara = await dam.person('mara')

    for (const [query, code] of [
      ['tags=a|b%2Bc', 40004],
      ['fileSize=5..1', 40003],
      ['created=yesterday', 40003],
      ['approval=Expired|Pending', 40000],
    ] as const) {
      const { status, body } = await mara.get<ErrorBody>(`/api/v1/search?${query}`)
      expect([query, status, body.code]).toEqual([query, 400, code])
      expect(body.message).toContain(query.split('=')[0])
    }
  })

  test('of fields and operators is the same address', async ({ dam }) => {
    const mara = await dam.person('mara')
    await putAsset(dam, { name: 'tiger.jpg', tags: ['tiger'] })
    await putAsset(dam, { name: 'tiger2.jpg', description: 'tiger' })
    const found = async (query: string) => (await search(mara, `keyword=tiger&${query}`)).found

    expect(await found('searchInField=filename&searchInField=tags')).toBe(1)
    expect(await found('searchInField=description&searchInField=tags&operator=or')).toBe(2)
  })
})

describe('a search under a folder', () => {
  /** Work / Posters (album: tiger, lion), Work / Old / Drafts (album: sketch); one asset elsewhere. */
  async function work(dam: Dam) {
    const mara = await dam.person('mara')
    const make = async (path: string) => (await mara.post<CreatedCollection>(`/api/v1/${path}`)).body
    const folder = await make('folder/Work?Description=everything')
    const poster = await make(`album/${folder.id}/Posters`)
    const old = await make(`folder/${folder.id}/Old`)
    const drafts = await make(`album/${old.id}/Drafts`)
    const into = (album: CreatedCollection) => ({ albumIds: [album.id as CollectionId] })
    await putAsset(dam, { name: 'tiger.jpg', tags: ['cat'], ...into(poster) })
    await putAsset(dam, { name: 'lion.mp4', scheme: 'video', tags: ['cat'], ...into(poster) })
    await putAsset(dam, { name: 'sketch.jpg', ...into(drafts) })
    await putAsset(dam, { name: 'elsewhere.jpg', tags: ['cat'] })

    const list = async (query: string, id = folder.id) =>
      (await mara.get<FolderContentList>(`/api/v1/folder/${id}?${query}`)).body
    const names = async (query: string, id?: string) => (await list(query, id)).results.map(({ name }) => name)
    return { mara, folder, old, list, names }
  }
  const byName = 'sortBy=name&sortDirection=ascending'

  test('finds sub-folders, albums and assets in one order', async ({ dam }) => {
    const { list, names, old } = await work(dam)

    const body = await list(byName)

    expect([...Value.Errors(FolderContentList, body)]).toEqual([])
    expect(body).toMatchObject({ found: 6, limit: 100, start: 0, sortBy: 'name', matchExpr: '' })
    expect(body.results.map(({ scheme, name }) => `${scheme} ${name}`)).toEqual([
      'album Drafts',
      'video lion.mp4',
      'folder Old',
      'album Posters',
      'image sketch.jpg',
      'image tiger.jpg',
    ])
    expect(body.facets).toContainEqual({
      name: 'scheme',
      value: ['image', 'video', 'album', 'folder'],
      counts: [2, 1, 2, 1],
    })
    expect(await names(byName, old.id)).toEqual(['Drafts', 'sketch.jpg'])
  })

  test('comes in pages that neither overlap nor skip', async ({ dam }) => {
    const { names } = await work(dam)

    for (const order of [byName, 'sortBy=name', 'sortBy=time', 'sortBy=size', 'sortBy=scheme', 'sortBy=owner']) {
      const whole = await names(order)
      for (const limit of [1, 2, 4]) {
        const pages: string[] = []
        for (let start = 0; start < 6; start += limit)
          pages.push(...(await names(`${order}&start=${start}&limit=${limit}`)))
        expect([order, limit, pages]).toEqual([order, limit, whole])
      }
    }
    expect(await names('start=6')).toEqual([])
    expect(await names('start=600')).toEqual([])
  })

  test('finds assets only, once a filter is given that only assets have', async ({ dam }) => {
    const { names } = await work(dam)

    expect(await names(`${byName}&tags=cat`)).toEqual(['lion.mp4', 'tiger.jpg'])
    expect(await names(`${byName}&fileSize=1..`)).toEqual(['lion.mp4', 'sketch.jpg', 'tiger.jpg'])
    expect(await names(`${byName}&approval=approved`)).toEqual(['lion.mp4', 'sketch.jpg', 'tiger.jpg'])
  })

  test('filters all kinds by what they have in common', async ({ dam }) => {
    const { names } = await work(dam)
    const seconds = Math.floor(dam.adapters.clock.now() / 1000)

    expect(await names(`${byName}&scheme=album|video`)).toEqual(['Drafts', 'lion.mp4', 'Posters'])
    expect(await names(`${byName}&scheme=folder`)).toEqual(['Old'])
    expect(await names(`${byName}&keyword=post*`)).toEqual(['Posters'])
    expect(await names(`${byName}&keyword=draft`)).toEqual([])
    expect((await names(`owner=MARA@descant.test`)).length).toBe(6)
    expect(await names('owner=nobody@descant.test')).toEqual([])
    expect((await names(`lastModified=..${seconds + 1}&created=${seconds - 60}..`)).length).toBe(6)
    expect(await names(`lastModified=${seconds + 60}..`)).toEqual([])
  })

  test('in the whole library finds no album, and of an album or of nothing is 404', async ({ dam }) => {
    const { mara, list } = await work(dam)
    const [album] = (await list('scheme=album')).results

    expect((await search(mara, 'scheme=album')).found).toBe(0)
    expect((await mara.get(`/api/v1/folder/${album?.id}`)).status).toBe(404)
    expect((await mara.get('/api/v1/folder/NOONE')).status).toBe(404)
  })
})
