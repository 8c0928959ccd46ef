import type {
  BatchDeleted,
  ChangeList,
  ContentDetails,
  ContentList,
  CreatedCollection,
  ErrorBody,
  PortalList,
  Tree,
} from '@descant/contract'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../../test/harness/dam.ts'
import type { Person } from '../../../../test/harness/person.ts'
import { portalScene } from '../../../../test/harness/portal-scene.ts'
import { putAsset } from '../../../../test/harness/put-asset.ts'
import type { CollectionId } from '../../../domain/collection/collection.ts'

const make = async (person: Person, path: string) => (await person.post<CreatedCollection>(`/api/v1/${path}`)).body
const change = (person: Person, { scheme, id }: CreatedCollection, body: unknown) =>
  person.put<CreatedCollection & ErrorBody>(`/web/v1/${scheme}s/${id}`, { body })

/** Spring with Press in it, an album Posters in that, an asset in the album; and beside it the folder Autumn. */
async function scene(dam: Dam) {
  const mara = await dam.person('mara')
  const spring = await make(mara, 'folder/Spring')
  const press = await make(mara, `folder/${spring.id}/Press`)
  const posters = await make(mara, `album/${press.id}/Posters`)
  const autumn = await make(mara, 'folder/Autumn')
  const asset = await putAsset(dam, { albumIds: [posters.id as CollectionId] })
  return { mara, spring, press, posters, autumn, asset }
}

test('a renamed folder has its new name in all paths at once', async ({ dam }) => {
  const { mara, spring, press, posters, asset } = await scene(dam)
  await mara.get(`/api/v1/image/${asset.id}`) // so that there is something to outdate
  const { cursor } = (await mara.get<ChangeList>('/api/v1/changes')).body

  const { status, body } = await change(mara, spring, { name: ' Spring 2027 ', description: 'All of it' })

  expect([status, body]).toMatchObject([200, { id: spring.id, name: 'Spring 2027', description: 'All of it' }])
  const pathOf = async ({ scheme, id }: CreatedCollection) =>
    (await mara.get<CreatedCollection>(`/api/v1/info/${scheme}/${id}`)).body.namePath
  expect([await pathOf(press), await pathOf(posters)]).toEqual(['Spring 2027/Press', 'Spring 2027/Press/Posters'])
  const related = (await mara.get<ContentDetails>(`/api/v1/image/${asset.id}`)).body.relatedAlbums
  expect(related.map(({ namePath }) => namePath)).toEqual(['Spring 2027/Press/Posters'])
  const listed = (await mara.get<ContentList>(`/api/v1/album/${posters.id}`)).body.results[0]
  expect(listed?.relatedAlbums.map(({ namePath }) => namePath)).toEqual(['Spring 2027/Press/Posters'])
  const { changes } = (await mara.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body
  expect(changes.map(({ event, id }) => [event, id]).toSorted()).toEqual(
    [
      ['folder.changed', spring.id],
      ['folder.changed', press.id],
      ['album.changed', posters.id],
    ].toSorted(),
  )
})

test('a moved folder takes everything along: paths, searches, to a folder and to the root', async ({ dam }) => {
  const { mara, spring, press, posters, autumn, asset } = await scene(dam)
  const under = async ({ id }: CreatedCollection) =>
    (await mara.get<ContentList>(`/api/v1/folder/${id}?scheme=image`)).body.results.map((one) => one.id)

  expect((await change(mara, press, { parentId: autumn.id })).body).toMatchObject({
    idPath: `${autumn.id}/${press.id}`,
    namePath: 'Autumn/Press',
  })
  expect([await under(spring), await under(autumn)]).toEqual([[], [asset.id]])
  const { results } = (await mara.get<Tree>(`/api/v1/tree/${autumn.id}`)).body
  expect(results[0]).toMatchObject({ namePath: 'Autumn/Press', children: [{ namePath: 'Autumn/Press/Posters' }] })

  expect((await change(mara, posters, { parentId: null })).body).toMatchObject({ namePath: 'Posters' })
  expect(await under(autumn)).toEqual([])
})

test('a folder goes neither into itself nor into what is inside of it', async ({ dam }) => {
  const { mara, spring, press, posters } = await scene(dam)

  for (const parentId of [spring.id, press.id, posters.id, 'NOONE']) {
    const { status, body } = await change(mara, spring, { parentId })
    expect([parentId, status, body.message]).toEqual([parentId, 400, expect.stringMatching(/moved into|no folder/)])
  }
  expect((await mara.get<CreatedCollection>(`/api/v1/info/album/${posters.id}`)).body.namePath).toBe(
    'Spring/Press/Posters',
  )
})

test('two moves at once make no circle', async ({ dam }) => {
  const mara = await dam.person('mara')
  for (let n = 0; n < 5; n++) {
    const [a, b] = [await make(mara, `folder/a${n}`), await make(mara, `folder/b${n}`)]
    const both = await Promise.all([change(mara, a, { parentId: b.id }), change(mara, b, { parentId: a.id })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400])
  }
})

test('names follow the rules they were made by', async ({ dam }) => {
  const { mara, press, posters, autumn } = await scene(dam)
  const inAutumn = await make(mara, `album/${autumn.id}/press`)

  for (const [collection, body, code] of [
    [press, { name: ' ' }, 40002],
    [press, { name: 'a/b' }, 40002],
    [press, { name: 'a'.repeat(81) }, 40002],
    [press, { description: 'a'.repeat(401) }, 40000],
    [press, { parentId: autumn.id }, 40001],
    [inAutumn, { parentId: null, name: 'SPRING' }, 40001],
    [press, { name: [] }, 40000],
  ] as const) {
    const { status, body: refused } = await change(mara, collection, body)
    expect([body, status, refused.code]).toEqual([body, 400, code])
  }
  expect((await change(mara, press, { name: 'PRESS' })).body.name).toBe('PRESS')
  expect((await change(mara, posters, { description: '' })).status).toBe(200)
})

test('is for those who edit, and for what is there', async ({ dam }) => {
  const { mara, spring, posters } = await scene(dam)
  const cora = await dam.person('cora', { role: 'consumer' })

  expect((await change(cora, spring, { name: 'Mine' })).status).toBe(403)
  expect((await dam.ask('PUT', `/web/v1/folders/${spring.id}`, { body: { name: 'Mine' } })).status).toBe(401)
  expect((await mara.put(`/web/v1/folders/${posters.id}`, { body: { name: 'Mine' } })).status).toBe(404)
  expect((await mara.put('/web/v1/albums/NOONE', { body: { name: 'Mine' } })).status).toBe(404)
})

describe('in a portal', () => {
  test('what was chosen stays what and where it is; what is in it may be changed', async ({ dam }) => {
    const { ines, mara, folder, album, otherFolder, token, portal } = await portalScene(dam)
    const headers = { authorization: `Bearer ${token}` }
    const ask = (path: string, body: unknown) => ines.put<CreatedCollection>(path, { body, headers })

    expect((await ask(`/web/v1/folders/${folder.id}`, { name: 'Mine' })).status).toBe(403)
    expect((await ask(`/web/v1/folders/${folder.id}`, { parentId: null, name: 'Mine' })).status).toBe(403)
    expect((await ask(`/web/v1/albums/${album.id}`, { parentId: otherFolder.id })).status).toBe(400)
    expect((await ask(`/web/v1/albums/${album.id}`, { parentId: null })).status).toBe(403)
    expect((await ask(`/web/v1/folders/${otherFolder.id}`, { name: 'Mine' })).status).toBe(404)
    const gone = await ines.delete<BatchDeleted>('/api/v1/batch/folder', {
      headers,
      body: [{ id: folder.id, scheme: 'folder' }],
    })
    expect(gone.body).toMatchObject({ status: 'fail', deleteFail: [], permissionFail: [{ id: folder.id }] })

    expect((await ask(`/web/v1/albums/${album.id}`, { name: 'Placards' })).body.namePath).toBe('Press/Placards')
    expect((await ask(`/web/v1/folders/${folder.id}`, { description: 'For the press' })).status).toBe(200)
    const seen = await mara.get<CreatedCollection>(`/api/v1/info/folder/${folder.id}`)
    expect(seen.body).toMatchObject({ namePath: 'Above/Press', description: 'For the press' })
    const ada = await dam.person('ada')
    const { results } = (await ada.get<PortalList>('/web/v1/portals')).body
    expect(results).toMatchObject([{ id: portal.id, contents: [{ namePath: 'Above/Press' }] }])
  })

  test('the feed tells what comes in and what leaves, whoever moves it', async ({ dam }) => {
    const { ines, mara, folder, album, otherFolder, otherAlbum, inside, both, loose, outside, token } =
      await portalScene(dam)
    const headers = { authorization: `Bearer ${token}` }
    let cursor = (await ines.get<ChangeList>('/api/v1/changes', { headers })).body.cursor
    const told = async () => {
      const { body } = await ines.get<ChangeList>(`/api/v1/changes?since=${cursor}`, { headers })
      cursor = body.cursor
      return body.changes.map(({ event, id }) => `${event} ${id}`).toSorted()
    }
    const inAlbum = (method: 'POST' | 'DELETE', albumPath: string, id: string) =>
      mara.ask(method, '/api/v1/batch/album', { body: { albumPath, contents: [{ id, scheme: 'document' }] } })

    await inAlbum('POST', album.id, loose)
    expect(await told()).toEqual([`album.changed ${album.id}`, `asset.added ${loose}`, `asset.changed ${loose}`])
    await inAlbum('DELETE', album.id, loose)
    expect(await told()).toEqual([`album.changed ${album.id}`, `asset.deleted ${loose}`])

    await mara.put(`/web/v1/albums/${otherAlbum.id}`, { body: { parentId: folder.id } })
    expect(await told()).toEqual([
      `album.added ${otherAlbum.id}`,
      `album.changed ${otherAlbum.id}`,
      `asset.added ${outside}`,
    ])
    await mara.put(`/web/v1/albums/${otherAlbum.id}`, { body: { parentId: otherFolder.id } })
    expect(await told()).toEqual([`album.deleted ${otherAlbum.id}`, `asset.deleted ${outside}`])

    await mara.delete('/api/v1/batch/content', { body: [{ id: both, scheme: 'document' }] })
    expect(await told()).toEqual([`asset.deleted ${both}`])
    await mara.delete('/api/v1/batch/folder', { body: [{ id: album.id, scheme: 'album' }] })
    expect(await told()).toEqual([`album.deleted ${album.id}`, `asset.deleted ${inside}`])

    // nobody else is told twice
    const all = (await mara.get<ChangeList>('/api/v1/changes')).body.changes
    expect(all.filter(({ event, id }) => event === 'asset.added' && id === loose)).toHaveLength(1)
  })

  test('the feed tells what another choice of contents brings and takes', async ({ dam }) => {
    const { ines, portal, folder, otherFolder, otherAlbum, inside, both, outside, album, token } =
      await portalScene(dam)
    const headers = { authorization: `Bearer ${token}` }
    const { cursor } = (await ines.get<ChangeList>('/api/v1/changes', { headers })).body
    const ada = await dam.person('ada')

    await ada.put(`/web/v1/portals/${portal.id}`, { body: { contents: [otherFolder.id] } })

    const { changes } = (await ines.get<ChangeList>(`/api/v1/changes?since=${cursor}`, { headers })).body
    expect(changes.map(({ event, id }) => `${event} ${id}`).toSorted()).toEqual(
      [
        `album.added ${otherAlbum.id}`,
        `album.deleted ${album.id}`,
        `asset.added ${outside}`,
        `asset.deleted ${inside}`,
        `folder.added ${otherFolder.id}`,
        `folder.deleted ${folder.id}`,
      ].toSorted(),
    )
    expect(changes.some(({ id }) => id === both)).toBe(false)
  })
})
