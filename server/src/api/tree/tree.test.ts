import {
  type ContentDetails,
  type ContentList,
  CreatedCollection,
  type ErrorBody,
  Tree,
  type TreeNode,
} from '@descant/contract'
import Value from 'typebox/value'
import { describe, expect } from 'vitest'
import { test } from '../../../test/harness/dam.ts'
import type { Person } from '../../../test/harness/person.ts'
import { putAsset } from '../../../test/harness/put-asset.ts'
import type { CollectionId } from '../../domain/collection/collection.ts'

const make = async (person: Person, path: string) => {
  const { status, body } = await person.post<CreatedCollection>(`/api/v1/${path}`)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return body
}
const names = (nodes: TreeNode[] | undefined) => nodes?.map(({ name }) => name)

describe('a new folder', () => {
  test('is answered as it stands in the tree, at the root and under another', async ({ dam }) => {
    const mara = await dam.person('mara')

    const { status, body: work } = await mara.post<CreatedCollection>('/api/v1/folder//Work%20%26%20Play')
    const inner = await make(mara, `folder/${work.id}/Größe`)

    expect(status).toBe(200)
    expect([...Value.Errors(CreatedCollection, work)]).toEqual([])
    expect(work).toMatchObject({
      scheme: 'folder',
      id: expect.stringMatching(/^[A-Z0-9]{5}$/),
      name: 'Work & Play',
      idPath: work.id,
      namePath: 'Work & Play',
      size: '0',
      url: { detail: `${dam.origin}/folder/${work.id}` },
      owner: 'mara@descant.test',
      description: '',
    })
    expect(inner).toMatchObject({ idPath: `${work.id}/${inner.id}`, namePath: 'Work & Play/Größe' })
    expect((await mara.get<CreatedCollection>(`/api/v1/info/folder/${work.id}`)).body).toEqual({ ...work, size: '1' })
  })

  test('takes its description from query, form or JSON', async ({ dam }) => {
    const mara = await dam.person('mara')
    const multipart = new FormData()
    multipart.append('Description', 'in parts')
    const described = async (path: string, body?: unknown) =>
      (await mara.post<CreatedCollection>(path, { body })).body.description

    expect(await described('/api/v1/folder/a?Description=in+the%20query')).toBe('in the query')
    expect(await described('/api/v1/folder/b', new URLSearchParams({ Description: 'as a form' }))).toBe('as a form')
    expect(await described('/api/v1/folder/c', { Description: 'as JSON' })).toBe('as JSON')
    expect(await described('/api/v1/album/d', { description: 'lower case' })).toBe('lower case')
    expect(await described('/api/v1/album/e', multipart)).toBe('in parts')
    const empty = { headers: { 'content-type': 'application/json' }, body: '' }
    expect((await mara.post('/api/v1/folder/f', empty)).status).toBe(200)
    expect((await mara.post(`/api/v1/folder/g?Description=${'a'.repeat(401)}`)).status).toBe(400)
  })

  test('has a name that no sibling has, folder or album, in whatever case', async ({ dam }) => {
    const mara = await dam.person('mara')
    const parent = await make(mara, 'folder/Straße')
    await make(mara, `album/${parent.id}/Posters`)

    for (const path of ['folder/STRAßE', 'album/straße', `folder/${parent.id}/POSTERS`, `album/${parent.id}/posters`]) {
      const { status, body } = await mara.post<ErrorBody>(`/api/v1/${path}`)
      expect([path, status, body.code]).toEqual([path, 400, 40001])
    }
    expect((await mara.post('/api/v1/album/Posters')).status).toBe(200)
  })

  test('has a name without the characters that are not possible', async ({ dam }) => {
    const mara = await dam.person('mara')

    for (const name of [
      '%20',
      'a%2Fb',
      'a%5Cb',
      'a:b',
      'a*b',
      'a%3Fb',
      'a%3Fb=c',
      'a%22b',
      'a%3Cb',
      'a%7Cb',
      'a%0Ab',
      'a'.repeat(81),
    ]) {
      for (const kind of ['folder', 'album']) {
        const { status, body } = await mara.post<ErrorBody>(`/api/v1/${kind}/${name}`)
        expect([name, status, body.code]).toEqual([name, 400, 40002])
      }
    }
    expect((await mara.post(`/api/v1/folder/${'a'.repeat(80)}`)).status).toBe(200)
  })

  test('under what is not there, or under an album, is 404', async ({ dam }) => {
    const mara = await dam.person('mara')
    const album = await make(mara, 'album/Posters')

    for (const parent of ['NOONE', album.id, album.id.toLowerCase()]) {
      expect((await mara.post(`/api/v1/folder/${parent}/a`)).status).toBe(404)
      expect((await mara.post(`/api/v1/album/${parent}/a`)).status).toBe(404)
    }
  })

  test('is in the change log once it is there, and not when it was refused', async ({ dam }) => {
    const mara = await dam.person('mara')
    const folder = await make(mara, 'folder/a')
    await mara.post('/api/v1/folder/A')
    const album = await make(mara, 'album/b')

    const changes = await dam.library.read.changes.after(0, 10)

    expect(changes.map(({ event, id }) => [event, id])).toEqual([
      ['folder.added', folder.id],
      ['album.added', album.id],
    ])
  })

  test('asked for twenty times at once is made once', async ({ dam }) => {
    const mara = await dam.person('mara')

    const answers = await Promise.all(Array.from({ length: 20 }, () => mara.post('/api/v1/folder/Same')))

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(19).fill(400)])
  })
})

describe('the tree', () => {
  test('shows what is below, as deep as asked, with sizes', async ({ dam }) => {
    const mara = await dam.person('mara')
    const a = await make(mara, 'folder/a')
    const b = await make(mara, `folder/${a.id}/b`)
    const c = await make(mara, `album/${b.id}/c`)
    await make(mara, `folder/${b.id}/empty`)
    await putAsset(dam, { albumIds: [c.id as CollectionId] })
    const treeOf = async (path: string) => (await mara.get<Tree>(path)).body

    const whole = await treeOf('/api/v1/tree?sortBy=Name&sortDirection=ascending')

    expect([...Value.Errors(Tree, whole)]).toEqual([])
    expect(whole).toMatchObject({ sortBy: 'name', orderBy: 'name', sortDirection: 'ascending' })
    expect(whole.results).toMatchObject([
      {
        name: 'a',
        size: '1',
        children: [
          {
            name: 'b',
            size: '2',
            idPath: `${a.id}/${b.id}`,
            children: [
              { scheme: 'album', name: 'c', size: '1', namePath: 'a/b/c' },
              { scheme: 'folder', name: 'empty', size: '0', children: [] },
            ],
          },
        ],
      },
    ])
    expect(whole.results[0]?.children?.[0]?.children?.[0]).not.toHaveProperty('children')
    expect((await treeOf('/api/v1/tree?layer=1')).results[0]).not.toHaveProperty('children')
    const two = await treeOf('/api/v1/tree?layer=2')
    expect(names(two.results[0]?.children)).toEqual(['b'])
    expect(two.results[0]?.children?.[0]).not.toHaveProperty('children')
    expect(names((await treeOf(`/api/v1/tree/${b.id}?sortBy=name&sortDirection=ascending`)).results)).toEqual([
      'c',
      'empty',
    ])
    expect(await treeOf('/api/v1/tree%3Flayer=1')).toEqual(await treeOf('/api/v1/tree?layer=1'))
    expect(await treeOf('/api/v1/tree/')).toEqual(await treeOf('/api/v1/tree?layer=-1'))
  })

  test('counts for each only what they may see', async ({ dam }) => {
    const [mara, cora] = [await dam.person('mara'), await dam.person('cora', { role: 'consumer' })]
    const album = await make(mara, 'album/Posters')
    const albumIds = [album.id as CollectionId]
    const shown = await putAsset(dam, { albumIds })
    const pending = await putAsset(dam, { albumIds, approval: 'Pending' })
    await putAsset(dam, { albumIds, expiresAt: dam.adapters.clock.now() + 60_000 })
    const sizes = async (person: Person) => {
      const tree = (await person.get<Tree>('/api/v1/tree')).body.results[0]?.size
      const info = (await person.get<CreatedCollection>(`/api/v1/info/album/${album.id}`)).body.size
      const details = (await person.get<ContentDetails>(`/api/v1/image/${shown.id}`)).body
      const list = (await person.get<ContentList>(`/api/v1/album/${album.id}`)).body
      return [tree, info, details.relatedAlbums[0]?.size, list.results[0]?.relatedAlbums[0]?.size, String(list.found)]
    }
    const all = (size: string) => Array.from({ length: 5 }, () => size)

    expect([await sizes(mara), await sizes(cora), await sizes(mara)]).toEqual([all('3'), all('2'), all('3')])
    dam.advance({ minutes: 1 })
    expect([await sizes(mara), await sizes(cora)]).toEqual([all('3'), all('1')])
    await mara.put('/api/v1/batch/edit', {
      body: {
        contents: [{ id: pending.id, scheme: 'image' }],
        properties: [{ propertyId: 'approvalStatus', propertyValue: 'Approved' }],
      },
    })
    expect(await sizes(cora)).toEqual(all('2'))
  })

  test('is sorted by time, newest first, unless asked otherwise', async ({ dam }) => {
    const mara = await dam.person('mara')
    for (const name of ['b10', 'B2', 'a']) {
      await make(mara, `folder/${name}`)
      dam.advance({ seconds: 1 })
    }
    const order = async (query: string) => names((await mara.get<Tree>(`/api/v1/tree?${query}`)).body.results)

    expect(await order('')).toEqual(['a', 'B2', 'b10'])
    expect(await order('sortDirection=ascending')).toEqual(['b10', 'B2', 'a'])
    expect(await order('sortBy=name&sortDirection=ascending')).toEqual(['a', 'B2', 'b10'])
    expect(await order('sortBy=NAME')).toEqual(['b10', 'B2', 'a'])
  })

  test('refuses what makes no sense, and knows no tree of an album or of nothing', async ({ dam }) => {
    const mara = await dam.person('mara')
    const album = await make(mara, 'album/a')

    for (const query of ['layer=0', 'layer=-2', 'layer=x', 'layer=1.5', 'sortBy=colour', 'sortDirection=false']) {
      const { status, body } = await mara.get<ErrorBody>(`/api/v1/tree?${query}`)
      expect([query, status]).toEqual([query, 400])
      expect(body.message).toContain(query.split('=')[0])
    }
    for (const path of [`tree/${album.id}`, 'tree/NOONE', `info/folder/${album.id}`, 'info/album/NOONE']) {
      expect([path, (await mara.get(`/api/v1/${path}`)).status]).toEqual([path, 404])
    }
  })
})

test('within a portal there is nothing yet, and a path that is not there is 404 in JSON', async ({ dam }) => {
  const mara = await dam.person('mara')

  for (const path of [
    '/api/p/press/v1/tree',
    '/api/v1/trees',
    '/api/v1/image/a/b/c',
    '/api/v2/tree',
    '/api_binary/p/x/v1/image/a',
  ]) {
    const { status, body, headers } = await mara.get<ErrorBody>(path)
    expect([path, status, body]).toEqual([path, 404, { code: 40400, message: expect.any(String) }])
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  }
  expect((await mara.post('/api/v1/tree')).status).toBe(404)
})
