import type { ErrorBody, Preset, PresetList, PresetSettings } from '@descant/contract'
import { expect } from 'vitest'
import { test } from '../../../test/harness/dam.ts'

const list = '/api/v1/tenant/download/presets'
const settings = '/web/v1/presets'

test('what administrators make in settings is listed by name, unless it is for portals alone', async ({ dam }) => {
  const ada = await dam.person('ada', { role: 'admin' })
  const small = { name: 'small', description: 'for slides', width: 200, height: 100 }
  const made = (await ada.post<Preset>(settings, { body: small })).body
  await ada.post(settings, { body: { name: 'Large', width: 4000, height: 3000, keepAspectRatio: true } })
  await ada.post(settings, { body: { name: 'Press', width: 10, height: 10, mainLibraryEnabled: false } })

  expect(made).toEqual({
    ...small,
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    keepAspectRatio: false,
    mainLibraryEnabled: true,
    portalEnabled: true,
  })
  const cora = await dam.person('cora', { role: 'consumer' })
  const { body } = await cora.get<PresetList>(list)
  expect(body.map(({ name, keepAspectRatio }) => [name, keepAspectRatio])).toEqual([
    ['Large', true],
    ['small', false],
  ])
  expect((await ada.get<PresetSettings>(settings)).body.results.map(({ name }) => name)).toEqual([
    'Large',
    'Press',
    'small',
  ])
})

test('a preset is changed and deleted', async ({ dam }) => {
  const ada = await dam.person('ada', { role: 'admin' })
  const { id } = (await ada.post<Preset>(settings, { body: { name: 'a', width: 1, height: 2 } })).body

  const changed = await ada.put<Preset>(`${settings}/${id}`, { body: { name: 'A', width: 3, height: 4 } })
  expect(changed.body).toMatchObject({ id, name: 'A', width: 3, height: 4 })

  expect((await ada.delete(`${settings}/${id}`)).status).toBe(200)
  expect((await ada.get(list)).body).toEqual([])
  expect((await ada.delete(`${settings}/${id}`)).status).toBe(404)
  expect((await ada.put(`${settings}/${id}`, { body: { name: 'A', width: 3, height: 4 } })).status).toBe(404)
})

test('names are there once, sizes are whole pixels, and only administrators decide', async ({ dam }) => {
  const ada = await dam.person('ada', { role: 'admin' })
  await ada.post(settings, { body: { name: 'Größe', width: 1, height: 2 } })

  const taken = await ada.post<ErrorBody>(settings, { body: { name: 'GRÖßE', width: 1, height: 2 } })
  expect([taken.status, taken.body.code]).toEqual([400, 40001])
  for (const bad of [{ width: 0 }, { width: 1.5 }, { height: 30_001 }, { name: ' ' }, { name: 'a'.repeat(81) }]) {
    const { status } = await ada.post(settings, { body: { name: 'b', width: 1, height: 1, ...bad } })
    expect([bad, status]).toEqual([bad, 400])
  }
  const mara = await dam.person('mara')
  expect((await mara.get(settings)).status).toBe(403)
  expect((await mara.post(settings, { body: { name: 'c', width: 1, height: 1 } })).status).toBe(403)
  expect((await dam.ask('GET', list)).status).toBe(401)
})
