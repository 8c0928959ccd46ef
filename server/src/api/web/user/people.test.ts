import type { ErrorBody, GroupList, MemberList, Session } from '@descant/contract'
import { describe, expect } from 'vitest'
import { test as base, type Dam } from '../../../../test/harness/dam.ts'
import { statusWith } from '../../../../test/harness/oauth-steps.ts'
import type { Person } from '../../../../test/harness/person.ts'
import { visitorOf } from '../../../../test/harness/visitor.ts'
import { changeSettings } from '../../../domain/setting/change-settings.ts'

const test = base.extend<{ ada: Person }>({
  ada: async ({ dam }, use) => use(await dam.person('ada', { role: 'admin' })),
})

const members = async (person: Person) => (await person.get<MemberList>('/web/v1/users')).body
const member = async (person: Person, userId: string) =>
  (await members(person)).results.find((each) => each.userId === userId)
const lena = { email: 'lena@x.test', firstName: 'Lena', lastName: 'Lied', role: 'contributor' } as const

async function linksFor(dam: Dam, email: string): Promise<string[]> {
  await dam.settle()
  const letters = (await dam.library.read.mails.latest(50)).filter(({ to }) => to === email)
  return letters.map(({ text }) => /https?:\/\/\S+/.exec(text)?.[0] ?? 'no link')
}

describe('Settings → Users', () => {
  test('invites, and invites again: only the last link is good', async ({ dam, ada }) => {
    expect((await ada.post('/web/v1/users', { body: lena })).status).toBe(204)
    expect(await member(ada, lena.email)).toMatchObject({ invited: true, role: 'contributor', suspended: false })
    const [first = ''] = await linksFor(dam, lena.email)

    dam.advance({ days: 8 })
    expect((await ada.post(`/web/v1/users/${lena.email}/invitation`)).status).toBe(204)
    const [second = ''] = await linksFor(dam, lena.email)
    expect((await visitorOf(dam.origin).open(first)).status).toBe(404)
    const page = await visitorOf(dam.origin).open(second)
    await page.press('Choose this password', { Password: 'a good one', 'The same again': 'a good one' })

    expect(await member(ada, lena.email)).toMatchObject({ invited: false })
    expect((await ada.post(`/web/v1/users/${lena.email}/invitation`)).status).toBe(400)
    expect((await ada.post('/web/v1/users/nobody@x.test/invitation')).status).toBe(404)
  })

  test('changes a role, the names, the access and the groups, and leaves the rest', async ({ dam, ada }) => {
    const mara = await dam.person('mara')
    await ada.post('/web/v1/groups', { body: { name: 'Print' } })
    const change = (body: object) => ada.put('/web/v1/users/mara@descant.test', { body })

    expect((await change({ role: 'consumer', lastName: ' Lind ', groups: ['print'] })).status).toBe(204)
    expect(await member(ada, 'mara@descant.test')).toMatchObject({
      role: 'consumer',
      firstName: 'Mara',
      lastName: 'Lind',
      groups: ['Print'],
      allowAccessMainTenant: true,
    })
    expect((await mara.put('/api/v1/keyword/x')).status).toBeGreaterThanOrEqual(403)
    expect((await change({ allowAccessMainTenant: false, groups: [] })).status).toBe(204)
    expect((await mara.get('/api/v1/user')).status).toBe(403)
    expect((await change({ role: 'king' })).status).toBe(400)
    expect((await ada.put('/web/v1/users/nobody@x.test', { body: {} })).status).toBe(404)
  })

  test('suspends at once, and lets in again without the old tokens', async ({ dam, ada }) => {
    const mara = await dam.person('mara')
    const suspend = (suspended: boolean) => ada.put('/web/v1/users/mara@descant.test', { body: { suspended } })

    expect((await suspend(true)).status).toBe(204)
    expect(await statusWith(dam, mara.token)).toBe(401)
    expect((await suspend(false)).status).toBe(204)
    expect(await statusWith(dam, mara.token)).toBe(401)
    const signedIn = await dam.ask('POST', '/web/v1/session', {
      body: { email: mara.user.email, password: mara.password },
    })
    expect(signedIn.status).toBe(200)
  })

  test('keeps administrators from locking themselves out', async ({ dam, ada }) => {
    await dam.person('zoe', { role: 'admin' })
    for (const body of [{ role: 'consumer' }, { suspended: true }, { allowAccessMainTenant: false }]) {
      expect((await ada.put('/web/v1/users/ada@descant.test', { body })).status, JSON.stringify(body)).toBe(400)
    }
    expect((await ada.put('/web/v1/users/ada@descant.test', { body: { firstName: 'Augusta' } })).status).toBe(204)
    expect((await ada.put('/web/v1/users/zoe@descant.test', { body: { role: 'contributor' } })).status).toBe(204)
    expect((await ada.delete('/web/v1/users/ada@descant.test')).status).toBe(400)
    expect((await ada.delete('/web/v1/users/zoe@descant.test')).status).toBe(204)
  })

  test('counts seats, which a change of role and a return take too', async ({ dam, ada }) => {
    await dam.person('mara')
    await dam.person('carl', { role: 'consumer' })
    await changeSettings({ ...dam.adapters, library: dam.library }, { editorSeats: 2, consumerSeats: 5 })
    expect((await members(ada)).seats).toEqual({ editors: { taken: 2, of: 2 }, consumers: { taken: 1, of: 5 } })

    const change = async (who: string, body: object) =>
      (await ada.put<ErrorBody>(`/web/v1/users/${who}@descant.test`, { body })).body?.code
    expect(await change('carl', { role: 'contributor' })).toBe(3201)
    expect(await change('mara', { role: 'admin' })).toBeUndefined()
    expect(await change('mara', { suspended: true })).toBeUndefined()
    expect(await change('carl', { role: 'contributor' })).toBeUndefined()
    expect(await change('mara', { suspended: false })).toBe(3201)
  })

  test('is for administrators in the web application', async ({ dam }) => {
    const mara = await dam.person('mara')
    for (const path of ['users', 'groups', 'portals', 'outbox']) {
      expect((await mara.get(`/web/v1/${path}`)).status, path).toBe(403)
      expect((await dam.ask('GET', `/web/v1/${path}`)).status, path).toBe(401)
    }
  })
})

test('Settings → Groups makes, renames, fills and deletes groups', async ({ dam, ada }) => {
  await dam.person('mara')
  const groups = async () => (await ada.get<GroupList>('/web/v1/groups')).body.results
  const make = (body: object) => ada.post<{ id: string }>('/web/v1/groups', { body })

  const { status, body } = await make({ name: ' Print ', users: ['MARA@descant.test'] })
  expect(status).toBe(201)
  expect(await groups()).toEqual([{ id: body.id, name: 'Print', users: ['mara@descant.test'] }])
  expect((await make({ name: 'PRINT' })).body).toMatchObject({ code: 40001 })
  expect((await make({ name: '  ' })).status).toBe(400)
  expect((await make({ name: 'x', users: ['nobody@x.test'] })).status).toBe(400)

  await ada.put(`/web/v1/groups/${body.id}`, { body: { name: 'Web', users: ['ada@descant.test'] } })
  expect(await groups()).toEqual([{ id: body.id, name: 'Web', users: ['ada@descant.test'] }])
  await ada.put(`/web/v1/groups/${body.id}`, { body: {} })
  expect(await groups()).toHaveLength(1)
  expect((await ada.delete(`/web/v1/groups/${body.id}`)).status).toBe(204)
  expect(await groups()).toEqual([])
  expect((await ada.delete(`/web/v1/groups/${body.id}`)).status).toBe(404)
})

describe('one’s own password', () => {
  async function signedIn(dam: Dam, mara: Person) {
    const answer = await dam.ask<Session>('POST', '/web/v1/session', {
      body: { email: mara.user.email, password: mara.password },
    })
    return { cookie: cookieOf(answer.headers), token: answer.body.accessToken }
  }
  const cookieOf = (headers: Headers) => (headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const change = (dam: Dam, cookie: string, body: object) =>
    dam.ask<Session>('PUT', '/web/v1/session/password', { body, headers: { cookie } })

  test('is changed by who knows it, and everyone else is signed out', async ({ dam }) => {
    const mara = await dam.person('mara')
    const [here, elsewhere] = [await signedIn(dam, mara), await signedIn(dam, mara)]

    const changed = await change(dam, here.cookie, { current: mara.password, password: 'something new' })

    expect(changed.status).toBe(200)
    expect(await statusWith(dam, changed.body.accessToken)).toBe(200)
    expect(await Promise.all([here, elsewhere, mara].map(({ token }) => statusWith(dam, token)))).toEqual([
      401, 401, 401,
    ])
    const stillIn = (cookie: string) => dam.ask('GET', '/web/v1/session', { headers: { cookie } })
    expect((await stillIn(elsewhere.cookie)).status).toBe(401)
    expect((await stillIn(cookieOf(changed.headers))).status).toBe(200)
  })

  test('stays when the current one is wrong or the new one too short', async ({ dam }) => {
    const mara = await dam.person('mara')
    const { cookie, token } = await signedIn(dam, mara)

    expect((await change(dam, cookie, { current: 'wrong', password: 'something new' })).status).toBe(400)
    expect((await change(dam, cookie, { current: mara.password, password: 'short' })).status).toBe(400)
    expect((await change(dam, '', { current: mara.password, password: 'something new' })).status).toBe(401)
    expect(await statusWith(dam, token)).toBe(200)
  })
})
