import type { CreatedCollection, PortalEntry, PortalList } from '@descant/contract'
import { expect } from 'vitest'
import { test } from '../../../../test/harness/dam.ts'

test('Settings → Portals makes, changes and deletes portals, workspaces and style guides', async ({ dam }) => {
  const ada = await dam.person('ada', { role: 'admin' })
  await dam.person('mara')
  await ada.post('/web/v1/groups', { body: { name: 'Reviewers' } })
  const folder = (await ada.post<CreatedCollection>('/api/v1/folder/Press')).body
  const album = (await ada.post<CreatedCollection>(`/api/v1/album/${folder.id}/Posters`)).body

  const body = { name: 'Shop', kind: 'workspace', contents: [album.idPath], users: ['MARA@descant.test'] }
  const made = await ada.post<PortalEntry>('/web/v1/portals', { body })

  expect(made).toMatchObject({
    status: 201,
    body: {
      id: expect.stringMatching(/^g-[0-9a-f]{32}$/),
      kind: 'workspace',
      contents: [{ scheme: 'album', id: album.id, namePath: 'Press/Posters' }],
      users: ['mara@descant.test'],
      groups: [],
    },
  })
  const path = `/web/v1/portals/${made.body.id}`
  const changed = await ada.put<PortalEntry>(path, { body: { name: 'Store', groups: ['reviewers'], users: [] } })
  expect(changed.body).toEqual({ ...made.body, name: 'Store', groups: ['Reviewers'], users: [] })
  expect((await ada.get<PortalList>('/web/v1/portals')).body.results).toEqual([changed.body])

  for (const wrong of [
    { name: 'STORE' },
    { name: '' },
    { kind: 'shop' },
    { contents: ['NONE1'] },
    { users: ['nobody@x.test'] },
    { groups: ['nobody'] },
  ]) {
    expect((await ada.post('/web/v1/portals', { body: { ...body, ...wrong } })).status, JSON.stringify(wrong)).toBe(400)
  }
  expect((await ada.put('/web/v1/portals/g-0', { body: {} })).status).toBe(404)
  expect((await ada.delete(path)).status).toBe(204)
  expect((await ada.delete(path)).status).toBe(404)
})
