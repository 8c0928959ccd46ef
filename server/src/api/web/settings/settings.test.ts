import type { AccountSettings, ContentDetails, DirectUriEntry, ErrorBody } from '@descant/contract'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../../test/harness/dam.ts'
import { putAsset } from '../../../../test/harness/put-asset.ts'

const path = '/web/v1/settings'

const decide = async (dam: Dam, settings: Partial<AccountSettings>) => {
  const ada = await dam.person('ada', { role: 'admin' })
  return await ada.put<AccountSettings>(path, { body: settings })
}

test('administrators decide about the library, everyone in the web application sees it', async ({ dam }) => {
  expect((await decide(dam, {})).body).toMatchObject({ approvalProcess: false, drm: false })
  expect((await decide(dam, { drm: true })).body).toMatchObject({ approvalProcess: false, drm: true })

  const cora = await dam.person('cora', { role: 'consumer' })
  expect((await cora.get<AccountSettings>(path)).body).toMatchObject({ approvalProcess: false, drm: true })
  expect((await cora.put(path, { body: { drm: false } })).status).toBe(403)
  expect((await decide(dam, { drm: 'yes' as never })).status).toBe(400)
  expect((await dam.ask('GET', path)).status).toBe(401)
})

test('with the approval process on, new uploads wait as Pending', async ({ dam }) => {
  const mara = await dam.person('mara')
  const text = (name: string) => ({ name, bytes: Buffer.from(`about ${name}`) })
  const before = await mara.has(text('a.txt'))
  await decide(dam, { approvalProcess: true })
  const after = await mara.has(text('b.txt'))

  const statusOf = async (id: string) => (await mara.get<ContentDetails>(`/api/v1/document/${id}`)).body.approvalStatus
  expect([await statusOf(before), await statusOf(after)]).toEqual(['Approved', 'Pending'])
  const cora = await dam.person('cora', { role: 'consumer' })
  expect((await cora.get(`/api/v1/document/${after}`)).status).toBe(404)
})

describe('DRM', () => {
  const withTerms = { copyright: '© Mara', termsAndConditions: 'Print it, never sell it.' }

  test('shows copyright and terms, and hides them again', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { id } = await putAsset(dam, withTerms)
    const plain = await putAsset(dam, { copyright: '© Mara' })
    const details = async (id: string) => (await mara.get<ContentDetails>(`/api/v1/image/${id}`)).body

    expect(await details(id)).not.toHaveProperty('copyright')
    expect((await details(id)).url).toHaveProperty('directUrlOriginal')

    await decide(dam, { drm: true })
    expect(await details(id)).toMatchObject(withTerms)
    expect((await details(id)).url).not.toHaveProperty('directUrlOriginal')
    expect((await details(plain.id)).url).toHaveProperty('directUrlOriginal')

    await decide(dam, { drm: false })
    expect(await details(id)).not.toHaveProperty('termsAndConditions')
  })

  test('keeps whoever has not accepted the terms from every download, and lets them look', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { id } = await putAsset(dam, withTerms)
    await decide(dam, { drm: true })
    const base = `/api_binary/v1/image/${id}`

    for (const end of ['', '/directuri', '/PNG', '/HighJPG', '/LowJPG', '/metadata']) {
      const { status, body } = await mara.get<ErrorBody>(`${base}${end}`)
      expect([end, status, body.code]).toEqual([end, 403, 40301])
    }
    const several = () =>
      mara.post<DirectUriEntry[]>('/api_binary/v1/batch/directuri', { body: [{ id, scheme: 'image' }] })
    expect((await several()).body).toEqual([])
    expect((await mara.get(`${base}/preview`)).status).toBe(302)

    const accepted = await mara.post(`/web/v1/assets/image/${id}/accept-terms`)
    expect([accepted.status, accepted.bytes.length]).toEqual([200, 0])
    expect((await mara.get(base)).status).toBe(302)
    expect((await several()).body).toHaveLength(1)

    const cora = await dam.person('cora', { role: 'consumer' })
    expect((await cora.get(base)).status).toBe(403)
  })

  test('asks again when the words change', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { id } = await putAsset(dam, withTerms)
    await decide(dam, { drm: true })
    await mara.post(`/web/v1/assets/image/${id}/accept-terms`)
    await dam.library.transaction(async ({ assets }) => assets.update(id, { termsAndConditions: 'Never print it.' }))

    expect((await mara.get(`/api_binary/v1/image/${id}`)).status).toBe(403)
  })

  test('has nothing to accept on what is not there or may not be seen', async ({ dam }) => {
    const cora = await dam.person('cora', { role: 'consumer' })
    const pending = await putAsset(dam, { ...withTerms, approval: 'Pending' })

    for (const end of [`image/${pending.id}`, 'image/nothing', 'picture/nothing', `video/${pending.id}`]) {
      expect((await cora.post(`/web/v1/assets/${end}/accept-terms`)).status).toBe(404)
    }
    expect((await dam.ask('POST', `/web/v1/assets/image/${pending.id}/accept-terms`)).status).toBe(401)
  })
})
