import type { ChangeList, ContentList, CreatedCollection, CurrentUser, Tree } from '@descant/contract'
import { describe, expect } from 'vitest'
import { test as base, type Dam } from '../../../test/harness/dam.ts'
import type { Answer, Ask } from '../../../test/harness/http-client.ts'
import { authorizePath, exchange, refresh, registerApp, signInAt } from '../../../test/harness/oauth-steps.ts'
import { note, type PortalScene, portalScene, tokenFor } from '../../../test/harness/portal-scene.ts'
import { createPortal, deletePortal, updatePortal } from '../../domain/portal/change-portal.ts'
import { createGroup } from '../../domain/user/change-group.ts'

type AskIn = <Body = unknown>(method: string, path: string, options?: Ask) => Promise<Answer<Body>>
type Way = { name: string; ask: AskIn }

/** The three ways into a portal: its address by id, by name, and a token that is for it alone. */
function waysInto(dam: Dam, { portal, ines, token }: PortalScene): Way[] {
  const as = (accessToken: string, part: string): AskIn => {
    return (method, path, options = {}) => {
      const [, root = '', rest = ''] = /^\/(api|api_binary)\/v1(.*)$/.exec(path) ?? []
      const headers = { authorization: `Bearer ${accessToken}`, ...options.headers }
      return dam.ask(method, `/${root}${part}/v1${rest}`, { ...options, headers })
    }
  }
  return [
    { name: 'by id', ask: as(ines.token, `/p/${portal.id}`) },
    { name: 'by name', ask: as(ines.token, `/p/${encodeURIComponent('press & co')}`) },
    { name: 'by token', ask: as(token, '') },
    { name: 'by token and id', ask: as(token, `/p/${portal.id}`) },
  ]
}

const test = base.extend<{ scene: PortalScene; ways: Way[] }>({
  scene: async ({ dam }, use) => use(await portalScene(dam)),
  ways: async ({ dam, scene }, use) => use(waysInto(dam, scene)),
})

const idsIn = ({ body }: Answer<{ results: { id: string }[] }>) => body.results.map(({ id }) => id).sort()

describe('in a portal', () => {
  test('each way of reading an asset finds what is inside and nothing else', async ({ scene, ways }) => {
    const { inside, outside, loose, mara } = scene
    const version = ((await mara.get(`/api/v1/document/${inside}`)).body as { versionHistory: { versionId: string }[] })
      .versionHistory[0]?.versionId
    const reads: [string, (id: string) => string, number][] = [
      ['GET', (id) => `/api/v1/document/${id}`, 200],
      ['GET', (id) => `/api_binary/v1/document/${id}`, 302],
      ['HEAD', (id) => `/api_binary/v1/document/${id}`, 302],
      ['GET', (id) => `/api_binary/v1/document/${id}/${id === inside ? version : 'x'}`, 302],
      ['GET', (id) => `/api_binary/v1/document/${id}/preview`, 302],
      ['GET', (id) => `/api_binary/v1/document/${id}/preview/500`, 302],
      ['GET', (id) => `/api_binary/v1/document/${id}/metadata`, 302],
      ['GET', (id) => `/api_binary/v1/document/${id}/previewURI`, 200],
      ['GET', (id) => `/api_binary/v1/document/${id}/previewURI/100`, 200],
      ['GET', (id) => `/api_binary/v1/document/${id}/directuri`, 200],
    ]
    for (const { name, ask } of ways) {
      for (const [method, path, status] of reads) {
        expect((await ask(method, path(inside))).status, `${name} ${method} ${path(inside)}`).toBe(status)
        for (const id of [outside, loose]) {
          expect((await ask(method, path(id))).status, `${name} ${method} ${path(id)}`).toBe(404)
        }
      }
    }
  })

  test('lists, searches and their facets have what is inside alone', async ({ scene, ways }) => {
    const { inside, both, album, folder } = scene
    for (const { name, ask } of ways) {
      for (const path of [
        'document',
        'allfile',
        'search',
        'search?keyword=*',
        'search?keyword=txt',
        `album/${album.id}`,
      ]) {
        const { status, body } = await ask<ContentList>('GET', `/api/v1/${path}`)
        expect([name, path, status, body.found]).toEqual([name, path, 200, 2])
        expect(body.results.map(({ id }) => id).sort()).toEqual([inside, both].sort())
        const text = JSON.stringify(body)
        expect(text).not.toMatch(/outside|loose|hidden|Drafts|Secret|Above/)
        expect(body.facets.find((facet) => facet.name === 'tags')).toMatchObject({ value: ['shown', 'Untagged'] })
      }
      for (const nothing of ['image', 'search?keyword=outside', 'search?tags=hidden', 'search?keyword=loose']) {
        expect((await ask<ContentList>('GET', `/api/v1/${nothing}`)).body.found, nothing).toBe(0)
      }
      const under = await ask<ContentList>('GET', `/api/v1/folder/${folder.id}`)
      expect(idsIn(under)).toEqual([album.id, inside, both].sort())
    }
  })

  test('folders and albums are those chosen and what is below them, standing at the root', async ({ scene, ways }) => {
    const { folder, album, otherFolder, otherAlbum } = scene
    for (const { ask } of ways) {
      const { results } = (await ask<Tree>('GET', '/api/v1/tree')).body
      expect(results).toMatchObject([
        {
          id: folder.id,
          idPath: folder.id,
          namePath: 'Press',
          children: [{ id: album.id, namePath: 'Press/Posters' }],
        },
      ])
      expect(results).toHaveLength(1)
      for (const [path, status] of [
        [`tree/${folder.id}`, 200],
        [`info/folder/${folder.id}`, 200],
        [`info/album/${album.id}`, 200],
        [`tree/${otherFolder.id}`, 404],
        [`folder/${otherFolder.id}`, 404],
        [`album/${otherAlbum.id}`, 404],
        [`info/folder/${otherFolder.id}`, 404],
        [`info/album/${otherAlbum.id}`, 404],
      ] as const) {
        expect((await ask('GET', `/api/v1/${path}`)).status, path).toBe(status)
      }
    }
  })

  test('an asset that is in other albums too is in this one alone', async ({ scene, ways }) => {
    for (const { ask } of ways) {
      const { body } = await ask<{ relatedAlbums: { id: string }[] }>('GET', `/api/v1/document/${scene.both}`)
      expect(body.relatedAlbums.map(({ id }) => id)).toEqual([scene.album.id])
    }
  })

  test('addresses for many at once leave out what is outside', async ({ scene, ways }) => {
    const body = [scene.outside, scene.inside, scene.loose].map((id) => ({ id, scheme: 'document' }))
    for (const { ask } of ways) {
      const answer = await ask<{ id: string }[]>('POST', '/api_binary/v1/batch/directuri', { body })
      expect(answer.body.map(({ id }) => id)).toEqual([scene.inside])
    }
  })

  test('what is outside can’t be changed either', async ({ scene, ways }) => {
    const { inside, outside, album, otherAlbum, mara } = scene
    for (const { name, ask } of ways) {
      for (const [method, end, body] of [
        ['PUT', '/tag/x', undefined],
        ['DELETE', '/tag/shown', undefined],
        ['PUT', '/rename', { name: 'renamed.txt' }],
      ] as const) {
        const at = (id: string) => ask(method, `/api/v1/document/${id}${end}`, body ? { body } : {})
        expect((await at(inside)).status, `${name} ${method} ${end}`).toBe(200)
        expect((await at(outside)).status, `${name} ${method} ${end}`).toBe(404)
      }
      const move = (albumPath: string, id: string) =>
        ask('POST', '/api/v1/batch/album', { body: { albumPath, contents: [{ id, scheme: 'document' }] } })
      expect(await move(album.id, outside)).toMatchObject({ status: 200, body: [{ id: outside }] })
      expect((await move(otherAlbum.id, inside)).status).toBe(404)
    }
    expect((await mara.get<{ name: string; tag: string[] }>(`/api/v1/document/${outside}`)).body).toMatchObject({
      name: 'outside.txt',
      tag: ['hidden'],
    })
  })

  test('what is asked or done for many at once stops at its edge', async ({ scene, ways }) => {
    const { inside, outside, loose, album, otherFolder, mara } = scene
    const of = (...ids: string[]) => ids.map((id) => ({ id, scheme: 'document' }))
    const properties = [{ propertyId: 'description', propertyValue: 'edited', action: 'cover' }]
    const shareDetail = {
      hideShareBy: false,
      allowDownloadOriginal: true,
      allowCropAndResize: true,
      allowPresets: true,
    }
    for (const { name, ask } of ways) {
      const details = await ask<{ docResult: { id: string }[]; failed: { id: string }[] }>(
        'POST',
        '/api/v1/batch/content',
        { body: of(inside, outside, loose) },
      )
      expect(details.body.docResult.map(({ id }) => id)).toEqual([inside])
      expect(details.body.failed.map(({ id }) => id)).toEqual([outside, loose])

      for (const [method, path, bodyFor] of [
        ['POST', 'batch/edit', (ids: string[]) => ({ contents: of(...ids) })],
        ['PUT', 'batch/edit', (ids: string[]) => ({ contents: of(...ids), properties })],
        ['PUT', 'share/batch', (ids: string[]) => ({ contents: of(...ids), shareDetail })],
        ['POST', 'version/comment', (ids: string[]) => ({ ...of(...ids).at(-1), comment: 'said' })],
      ] as const) {
        const at = async (...ids: string[]) => (await ask(method, `/api/v1/${path}`, { body: bodyFor(ids) })).status
        expect([await at(inside), await at(inside, outside), await at(loose)], `${name} ${method} ${path}`).toEqual([
          200, 404, 404,
        ])
      }
      for (const report of ['usagehistory', 'shareactivity', 'downloadactivity', 'viewactivity']) {
        expect((await ask('GET', `/api/v1/${report}/document/${inside}`)).status, report).toBe(200)
        expect((await ask('GET', `/api/v1/${report}/document/${outside}`)).status, report).toBe(404)
      }
      const failed = { status: 'fail', deleteFail: [{ id: outside }] }
      expect((await ask('DELETE', '/api/v1/batch/content', { body: of(outside) })).body).toMatchObject(failed)
      const folders = { body: [{ id: otherFolder.id, scheme: 'folder' }] }
      expect((await ask('DELETE', '/api/v1/batch/folder', folders)).body).toMatchObject({ status: 'fail' })
    }
    expect((await mara.get<{ description: string }>(`/api/v1/document/${outside}`)).body.description).toBe('')

    const [first] = ways
    await first?.ask('DELETE', '/api/v1/batch/folder', { body: [{ id: album.id, scheme: 'album' }] })
    expect((await mara.get(`/api/v1/document/${inside}`)).status).toBe(200)
    for (const { ask } of ways) expect((await ask<ContentList>('GET', '/api/v1/search')).body.found).toBe(0)
  })

  test('what leaves by a change made in it is gone there, and where it was in the library', async ({ scene, ways }) => {
    const { inside, both, album, otherAlbum, mara } = scene
    const [first] = ways
    const contents = [inside, both].map((id) => ({ id, scheme: 'document' }))
    const answer = await first?.ask('DELETE', '/api/v1/batch/album', { body: { albumPath: album.id, contents } })

    expect(answer).toMatchObject({ status: 200, body: [] })
    for (const { ask } of ways) expect((await ask<ContentList>('GET', '/api/v1/search')).body.found).toBe(0)
    expect((await mara.get<ContentList>(`/api/v1/album/${album.id}`)).body.found).toBe(0)
    const elsewhere = (await mara.get<ContentList>(`/api/v1/album/${otherAlbum.id}`)).body.results
    expect(elsewhere.find(({ id }) => id === both)?.relatedAlbums.map(({ id }) => id)).toEqual([otherAlbum.id])
  })

  test('folders and albums are made inside its folders', async ({ scene, ways, dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    for (const [place, { ask }] of ways.entries()) {
      const made = await ask<CreatedCollection>('POST', `/api/v1/album/${scene.folder.id}/New ${place}`)
      expect(made).toMatchObject({ status: 200, body: { namePath: `Press/New ${place}` } })
      expect((await ada.get<CreatedCollection>(`/api/v1/info/album/${made.body.id}`)).body.namePath).toBe(
        `Above/Press/New ${place}`,
      )
      expect((await ask('POST', '/api/v1/folder/Beside')).status).toBe(403)
      expect((await ask('POST', `/api/v1/folder/${scene.otherFolder.id}/Inside`)).status).toBe(404)
    }
  })

  test('the change feed tells of what is inside alone', async ({ scene, ways, dam }) => {
    const { inside, outside, both, mara } = scene
    const [first] = ways
    const start = (await first?.ask<ChangeList>('GET', '/api/v1/changes'))?.body
    const told = new Set(start?.changes.map(({ id }) => id))
    expect([told.has(inside), told.has(outside), told.has(scene.loose), told.has(scene.otherAlbum.id)]).toEqual([
      true,
      false,
      false,
      false,
    ])

    for (const id of [outside, inside]) await mara.put(`/api/v1/document/${id}/tag/new`)
    await dam.library.transaction(async ({ assets, changes }) => {
      for (const id of [both, outside] as never[]) {
        await assets.trash(id, dam.adapters.clock.now())
        await changes.append([{ event: 'asset.deleted', scheme: 'document', id, time: dam.adapters.clock.now() }])
      }
    })
    for (const { name, ask } of ways) {
      const { body } = await ask<ChangeList>('GET', `/api/v1/changes?since=${start?.cursor}`)
      expect([name, body.changes.map(({ event, id }) => [event, id])]).toEqual([
        name,
        [
          ['asset.changed', inside],
          ['asset.deleted', both],
        ],
      ])
    }
  })

  test('it says which portal it is', async ({ scene, ways }) => {
    for (const { ask } of ways) {
      expect((await ask<CurrentUser>('GET', '/api/v1/user')).body).toMatchObject({
        portalId: scene.portal.id,
        portalName: 'Press & Co',
        userId: 'ines@descant.test',
      })
    }
    expect((await scene.mara.get<CurrentUser>('/api/v1/user')).body.portalId).toBe('main')
  })
})

describe('a file sent to a portal', () => {
  async function send(dam: Dam, ask: AskIn, name: string, fields: Record<string, string>) {
    const { url, ...given } = (await ask<Record<string, string>>('GET', '/api/v1/upload/setting')).body
    const form = new FormData()
    for (const [field, value] of Object.entries({ ...given, ...fields })) form.append(field, value)
    form.append('file', new Blob([Buffer.from(`sent ${name}`)]), name)
    expect((await dam.ask('POST', url ?? '', { body: form })).status).toBe(200)
    await dam.settle()
    const { results } = (
      await ask<{ results: { name: string; status: string; message?: string }[] }>('GET', '/api/v1/upload/status')
    ).body
    return results.find((entry) => entry.name === name)
  }

  test('goes into an album of it, and nowhere else', async ({ dam, scene, ways }) => {
    const { album, otherAlbum, outside, inside } = scene
    for (const [place, { ask }] of ways.entries()) {
      const sent = (name: string, fields: Record<string, string>) => send(dam, ask, `${place} ${name}`, fields)
      expect(await sent('a.txt', { 'x-amz-meta-album_id': album.id })).toMatchObject({ status: 'Done' })
      expect(await sent('v.txt', { 'x-amz-meta-id': inside })).toMatchObject({ status: 'Done' })
      expect(await sent('b.txt', { 'x-amz-meta-album_id': otherAlbum.id })).toMatchObject({
        status: 'Error',
        message: `There is no album ${otherAlbum.id}`,
      })
      expect(await sent('c.txt', {})).toMatchObject({ status: 'Error', message: expect.stringContaining('album') })
      expect(await sent('d.txt', { 'x-amz-meta-id': outside })).toMatchObject({ status: 'Error' })
    }
  })

  test('is in the status of that portal alone', async ({ dam, scene, ways }) => {
    await scene.mara.has(note('elsewhere.txt'))
    const [first] = ways
    await send(dam, first?.ask ?? fail, 'here.txt', { 'x-amz-meta-album_id': scene.album.id })
    const names = async (ask: AskIn) =>
      (await ask<{ results: { name: string }[] }>('GET', '/api/v1/upload/status')).body.results.map(({ name }) => name)
    for (const { ask } of ways) expect(await names(ask)).toEqual(['here.txt'])
  })
})

describe('who may enter a portal', () => {
  test('is who was granted it, alone or in a group, and administrators', async ({ dam, scene }) => {
    const { portal, mara, ines } = scene
    const ada = await dam.person('ada', { role: 'admin' })
    const at = `/api/p/${portal.id}/v1/user`
    expect([(await ines.get(at)).status, (await ada.get(at)).status, (await mara.get(at)).status]).toEqual([
      200, 200, 404,
    ])
    expect((await dam.ask('GET', at)).status).toBe(401)
    expect((await ines.get('/api/p/nowhere/v1/user')).status).toBe(404)

    const deps = { ...dam.adapters, library: dam.library }
    const { id } = await createGroup(deps, { name: 'Reviewers', users: [mara.user.id] })
    await updatePortal(deps, { id: portal.id, groups: [id] })
    expect((await mara.get(at)).status).toBe(200)
  })

  test('has no main library without a grant of that', async ({ scene }) => {
    expect((await scene.ines.get('/api/v1/user')).status).toBe(403)
    expect((await scene.ines.get(`/api/v1/document/${scene.inside}`)).status).toBe(403)
  })

  test('gives apps one part of the library, from those that were granted', async ({ dam, scene }) => {
    const { ines, mara, portal } = scene
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }), { name: 'Other' })
    const offered = async (person: typeof mara) =>
      [...(await signInAt(dam, person, authorizePath(app))).document.querySelectorAll('input[name=library]')].map(
        (input) => input.getAttribute('value'),
      )
    expect(await offered(ines)).toEqual([portal.id])
    expect(await offered(mara)).toEqual(['main'])
    expect(await offered(await dam.person('ada'))).toEqual(['main', portal.id])

    const consent = await signInAt(dam, mara, authorizePath(app))
    const choice = consent.document.querySelector<HTMLInputElement>('input[name=library]')
    if (choice) choice.value = portal.id
    expect(await consent.press('Allow')).toMatchObject({ status: 400, location: null })
  })

  test('loses it at once, with every token for it', async ({ dam, scene }) => {
    const { ines, portal, token } = scene
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }), { name: 'Other' })
    const consent = await signInAt(dam, ines, authorizePath(app))
    const code = new URL((await consent.press('Allow')).location ?? 'none:').searchParams.get('code') ?? ''
    const { body } = await exchange(dam, app, code)
    const status = async (accessToken: string) =>
      (await dam.ask('GET', '/api/v1/user', { headers: { authorization: `Bearer ${accessToken}` } })).status
    expect(await status(token)).toBe(200)

    await updatePortal({ ...dam.adapters, library: dam.library }, { id: portal.id, users: [] })
    expect([await status(token), await status(body.accessToken)]).toEqual([401, 401])
    expect((await refresh(dam, app, body.refreshToken ?? '')).status).toBe(401)
  })

  test('finds nothing there once the portal is gone', async ({ dam, scene }) => {
    await deletePortal({ library: dam.library }, scene.portal.id)
    const headers = { authorization: `Bearer ${scene.token}` }
    expect((await dam.ask('GET', '/api/v1/search', { headers })).status).toBe(401)
    const ada = await dam.person('ada', { role: 'admin' })
    expect((await ada.get(`/api/p/${scene.portal.id}/v1/search`)).status).toBe(404)
  })

  test('can’t go from one portal to another by its token', async ({ dam, scene }) => {
    const deps = { ...dam.adapters, library: dam.library }
    const contents = [scene.otherFolder.id]
    const fields = { kind: 'workspace' as const, contents, users: [scene.ines.user.id], groups: [] }
    const other = await createPortal(deps, { ...fields, name: 'Other' })
    const headers = { authorization: `Bearer ${scene.token}` }
    expect((await dam.ask('GET', `/api/p/${other.id}/v1/search`, { headers })).status).toBe(404)
    expect((await scene.ines.get<ContentList>(`/api/p/${other.id}/v1/search`)).body.found).toBe(2)
  })

  test('administers nothing by a token for it', async ({ dam, scene }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada, { name: 'Other' })
    const token = await tokenFor(dam, ada, app, scene.portal.id)
    const { body } = await dam.ask<CurrentUser>('GET', '/api/v1/user', {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(body.permissions).not.toContain('manageUsers')
  })
})

test('a portal shows what is moved into it and out of it at once', async ({ dam, scene, ways }) => {
  const { otherAlbum, portal, outside, inside, both, folder, album, mara } = scene
  const found = async () =>
    Promise.all(ways.map(async ({ ask }) => idsIn(await ask<ContentList>('GET', '/api/v1/search'))))
  const everywhere = (...ids: string[]) => ways.map(() => ids.toSorted())
  expect(await found()).toEqual(everywhere(inside, both))

  await updatePortal({ ...dam.adapters, library: dam.library }, { id: portal.id, contents: [folder.id, otherAlbum.id] })
  expect(await found()).toEqual(everywhere(inside, both, outside))
  await updatePortal({ ...dam.adapters, library: dam.library }, { id: portal.id, contents: [otherAlbum.id] })
  expect(await found()).toEqual(everywhere(both, outside))
  await updatePortal({ ...dam.adapters, library: dam.library }, { id: portal.id, contents: [] })
  expect(await found()).toEqual(everywhere())

  await updatePortal({ ...dam.adapters, library: dam.library }, { id: portal.id, contents: [folder.id] })
  await mara.delete('/api/v1/batch/album', {
    body: { albumPath: album.id, contents: [{ id: inside, scheme: 'document' }] },
  })
  expect(await found()).toEqual(everywhere(both))
  for (const { ask } of ways) expect((await ask('GET', `/api/v1/document/${inside}`)).status).toBe(404)
})

test('an address under a portal that can’t be read is refused like any other', async ({ scene }) => {
  expect((await scene.ines.get('/api/p/%zz/v1/user')).status).toBe(400)
  expect((await scene.ines.get('/api/p//v1/user')).status).toBe(404)
  expect((await scene.ines.get('/api/p/x/v2/user')).status).toBe(404)
})

const fail: AskIn = () => {
  throw new Error('There is no way into the portal')
}
