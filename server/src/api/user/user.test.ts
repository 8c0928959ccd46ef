import type { CurrentUser, ErrorBody, UserList } from '@descant/contract'
import { describe, expect } from 'vitest'
import { test as base, type Dam } from '../../../test/harness/dam.ts'
import { statusWith } from '../../../test/harness/oauth-steps.ts'
import type { Person } from '../../../test/harness/person.ts'
import { visitorOf } from '../../../test/harness/visitor.ts'
import { createPortal } from '../../domain/portal/change-portal.ts'
import { changeSettings } from '../../domain/setting/change-settings.ts'
import { createGroup } from '../../domain/user/change-group.ts'

const test = base.extend<{ ada: Person }>({
  ada: async ({ dam }, use) => use(await dam.person('ada', { role: 'admin' })),
})

const jim = {
  userId: 'Jim@Example.com',
  firstName: 'Jim',
  lastName: 'Cai',
  roles: ['consumer'],
  allowAccessMainTenant: true,
}

/** The link in the letter; without a mail server it lies in the outbox. */
async function linkFor(dam: Dam, email: string): Promise<string> {
  await dam.settle()
  const letter = (await dam.library.read.mails.latest(50)).find(({ to }) => to === email)
  return /https?:\/\/\S+/.exec(letter?.text ?? '')?.[0] ?? 'no link'
}
const listed = async (person: Person, query = '') => (await person.get<UserList>(`/api/v1/users${query}`)).body
const names = ({ data }: UserList) => data.map(({ userId }) => userId)

describe('a new user', () => {
  test('is invited, chooses a password by the link, once, and signs in', async ({ dam, ada }) => {
    const { status, bytes } = await ada.post('/api/v1/user', { body: jim })
    expect([status, bytes.length]).toEqual([200, 0])
    expect((await listed(ada, '?role=3')).data).toEqual([
      {
        role: 'Consumer',
        userId: 'jim@example.com',
        firstName: 'Jim',
        lastName: 'Cai',
        email: 'jim@example.com',
        allowAccessMainLibrary: true,
      },
    ])

    const link = await linkFor(dam, 'jim@example.com')
    expect(link).toMatch(new RegExp(`^${dam.origin}/invitation/[0-9a-f]{64}$`))
    const visitor = visitorOf(dam.origin)
    const page = await visitor.open(link)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.document.querySelector('h1')?.textContent).toContain('Jim Cai')
    expect(page.document.querySelector('script')).toBeNull()

    const fields = (password: string, again = password) => ({ Password: password, 'The same again': again })
    const short = await page.press('Choose this password', fields('short'))
    expect(short).toMatchObject({ status: 400, text: expect.stringContaining('at least 8') })
    const other = await page.press('Choose this password', fields('long enough', 'long enougj'))
    expect(other.status).toBe(400)
    const done = await page.press('Choose this password', fields(' spaces  count '))
    expect([done.status, done.document.querySelector('a')?.getAttribute('href')]).toEqual([200, '/'])

    expect((await page.press('Choose this password', fields('another one'))).status).toBe(404)
    expect((await visitor.open(link)).status).toBe(404)
    const signIn = (password: string) =>
      dam.ask('POST', '/web/v1/session', { body: { email: 'jim@example.com', password } })
    expect((await signIn('spaces  count')).status).toBe(401)
    expect((await signIn(' spaces  count ')).status).toBe(200)
  })

  test('can’t sign in before, and has seven days', async ({ dam, ada }) => {
    await ada.post('/api/v1/user', { body: jim })
    const link = await linkFor(dam, 'jim@example.com')
    const empty = await dam.ask('POST', '/web/v1/session', { body: { email: jim.userId, password: '' } })
    expect(empty.status).toBe(401)

    dam.advance({ days: 6, hours: 23 })
    expect((await visitorOf(dam.origin).open(link)).status).toBe(200)
    dam.advance({ hours: 1 })
    expect((await visitorOf(dam.origin).open(link)).status).toBe(404)
  })

  test('has the role, the access and the groups that were said', async ({ dam, ada }) => {
    await createGroup({ ...dam.adapters, library: dam.library }, { name: 'Reviewers' })
    const body = { ...jim, roles: ['consumer', 'Contributor'], allowAccessMainTenant: false, groups: ['reviewers'] }
    expect((await ada.post('/api/v1/user', { body })).status).toBe(200)

    expect((await listed(ada, '?role=2&include-group=true')).data).toMatchObject([
      { role: 'Contributor', allowAccessMainLibrary: false, groups: ['Reviewers'] },
    ])
  })

  test('is refused in the words of the published page when the address is taken', async ({ ada }) => {
    await ada.post('/api/v1/user', { body: jim })
    const again = await ada.post('/api/v1/user', { body: { ...jim, userId: 'JIM@example.com' } })
    expect([again.status, again.body]).toEqual([500, { code: 2152, message: 'The user ID already exists.' }])
  })

  test('is refused in the words of the published page when no seat is left', async ({ dam, ada }) => {
    const deps = { ...dam.adapters, library: dam.library }
    await changeSettings(deps, { editorSeats: 2, consumerSeats: 1 })
    const add = (userId: string, role: string) =>
      ada.post<ErrorBody>('/api/v1/user', { body: { ...jim, userId, roles: [role] } })

    expect((await add('a@x.test', 'contributor')).status).toBe(200)
    expect((await add('b@x.test', 'consumer')).status).toBe(200)
    const sentence = (kind: string, seats: number) =>
      `It looks like you are trying to add another user but the total number of purchased ${kind} seats is ${seats}. Send us an email at hello@canto.com to purchase additional seats.`
    for (const role of ['admin', 'contributor']) {
      const { status, body } = await add('c@x.test', role)
      expect([status, body]).toEqual([500, { code: 3201, message: sentence('Admin and Contributor', 2) }])
    }
    const { status, body } = await add('d@x.test', 'consumer')
    expect([status, body]).toEqual([500, { code: 3203, message: sentence('Consumer', 1) }])
    expect((await listed(ada)).totalCount).toBe(3)

    await ada.delete('/api/v1/user/b@x.test')
    expect((await add('d@x.test', 'consumer')).status).toBe(200)
  })

  test('is refused where something is wrong with it', async ({ dam, ada }) => {
    for (const wrong of [
      { userId: 'no address' },
      { roles: [] },
      { roles: ['king'] },
      { groups: ['nobody'] },
      { firstName: 'a\nb' },
      { userId: undefined },
    ]) {
      expect((await ada.post('/api/v1/user', { body: { ...jim, ...wrong } })).status, JSON.stringify(wrong)).toBe(400)
    }
    expect((await listed(ada)).totalCount).toBe(1)
    expect(await dam.library.read.mails.latest(9)).toEqual([])
  })

  test('is made by administrators alone', async ({ dam }) => {
    for (const role of ['contributor', 'consumer'] as const) {
      const person = await dam.person(role, { role })
      expect((await person.post('/api/v1/user', { body: jim })).status).toBe(403)
      expect((await person.delete('/api/v1/user/ada@descant.test')).status).toBe(403)
    }
    expect((await dam.ask('POST', '/api/v1/user', { body: jim })).status).toBe(401)
  })
})

describe('a deleted user', () => {
  test('is out at once, and the assets stay with the name', async ({ dam, ada }) => {
    const mara = await dam.person('mara')
    const id = await mara.has({ name: 'a.txt', bytes: Buffer.from('a') })

    expect((await ada.delete('/api/v1/user/MARA%40descant.test')).status).toBe(200)

    expect(await statusWith(dam, mara.token)).toBe(401)
    const { body } = await ada.get<{ owner: string; ownerName: string }>(`/api/v1/document/${id}`)
    expect(body).toMatchObject({ owner: 'mara@descant.test', ownerName: 'Mara Tester' })
    expect((await ada.delete('/api/v1/user/mara@descant.test')).status).toBe(404)
  })

  test('is not oneself, and never the last administrator', async ({ dam, ada }) => {
    expect((await ada.delete('/api/v1/user/ada@descant.test')).status).toBe(400)
    const zoe = await dam.person('zoe', { role: 'admin' })
    const both = await Promise.all([
      ada.delete('/api/v1/user/zoe@descant.test'),
      zoe.delete('/api/v1/user/ada@descant.test'),
    ])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await dam.library.read.users.all()).map(({ role }) => role)).toEqual(['admin'])
  })
})

describe('the list of users', () => {
  test('is by address, in pages, and told apart by role', async ({ dam, ada }) => {
    await dam.person('mara')
    await dam.person('carl', { role: 'consumer' })
    const of = async (query: string) => names(await listed(ada, query)).map((email) => email.split('@')[0])

    expect(await listed(ada)).toMatchObject({ currentPage: 1, pageSize: 100, totalCount: 3 })
    expect(await of('')).toEqual(['ada', 'carl', 'mara'])
    expect(await of('?role=0')).toEqual(['ada', 'carl', 'mara'])
    expect([await of('?role=1'), await of('?role=2'), await of('?role=3')]).toEqual([['ada'], ['mara'], ['carl']])
    expect([await of('?role=4'), await of('?role=5')]).toEqual([
      ['ada', 'mara'],
      ['carl', 'mara'],
    ])
    expect(await of('?page-size=2&page=2')).toEqual(['mara'])
    expect(await listed(ada, '?page-size=2&page=9')).toMatchObject({ data: [], totalCount: 3, currentPage: 9 })
    for (const wrong of ['role=6', 'page=0', 'page=x', 'page-size=0', 'page-size=1001', 'include-group=maybe']) {
      expect((await ada.get(`/api/v1/users?${wrong}`)).status, wrong).toBe(400)
    }
  })

  test('finds by the beginning of a name or address, without regard to case', async ({ ada }) => {
    for (const [userId, firstName, lastName] of [
      ['x1@x.test', 'Tomás', 'Ober'],
      ['tom@x.test', 'A', 'B'],
      ['x2@x.test', 'Ann', 'Tomson'],
      ['atom@x.test', 'Natom', 'C'],
    ]) {
      await ada.post('/api/v1/user', { body: { ...jim, userId, firstName, lastName } })
    }
    expect(names(await listed(ada, '?name=TOM'))).toEqual(['tom@x.test', 'x1@x.test', 'x2@x.test'])
    expect(names(await listed(ada, '?name=ATOM@'))).toEqual(['atom@x.test'])
    expect(names(await listed(ada, '?name=om'))).toEqual([])
  })

  test('tells groups, portals, workspaces and style guides when asked', async ({ dam, ada }) => {
    const [mara, carl] = [await dam.person('mara'), await dam.person('carl', { role: 'consumer' })]
    const deps = { ...dam.adapters, library: dam.library }
    const group = await createGroup(deps, { name: 'Reviewer', users: [mara.user.id] })
    const fields = { contents: [], users: [], groups: [] }
    await createPortal(deps, { ...fields, name: 'PortalSample', kind: 'portal', groups: [group.id] })
    await createPortal(deps, { ...fields, name: 'Shop', kind: 'workspace', users: [carl.user.id] })
    await createPortal(deps, { ...fields, name: 'Outdoors', kind: 'styleguide', users: [mara.user.id] })

    const { data } = await listed(ada, '?include-group=true&include-portal=true&name=ma')
    expect(data).toMatchObject([
      {
        groups: ['Reviewer'],
        grantedPortals: ['PortalSample'],
        grantedWorkspaces: [],
        grantedStyleGuides: ['Outdoors'],
      },
    ])
    const [carlsEntry] = (await listed(ada, '?include-portal=TRUE&role=3')).data
    expect(carlsEntry).toMatchObject({ grantedPortals: [], grantedWorkspaces: ['Shop'], grantedStyleGuides: [] })
    expect(carlsEntry).not.toHaveProperty('groups')
  })

  test('is for those who work in the library', async ({ dam }) => {
    const [mara, carl] = [await dam.person('mara'), await dam.person('carl', { role: 'consumer' })]
    expect([(await mara.get('/api/v1/users')).status, (await carl.get('/api/v1/users')).status]).toEqual([200, 403])
    expect((await dam.ask('GET', '/api/v1/users')).status).toBe(401)
  })
})

test('an invitation is for its account alone', async ({ dam, ada }) => {
  await ada.post('/api/v1/user', { body: jim })
  const link = await linkFor(dam, 'jim@example.com')
  await dam.addAccount('other.test')
  const elsewhere = await dam.ask('GET', link, { headers: { 'x-forwarded-host': 'other.test' } })
  expect(elsewhere.status).toBe(404)
  expect((await dam.ask<CurrentUser>('GET', link, { headers: { 'x-forwarded-host': 'localhost' } })).status).toBe(200)
})
