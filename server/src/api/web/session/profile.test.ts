import type { CurrentUser, MemberList } from '@descant/contract'
import { expect } from 'vitest'
import { test } from '../../../../test/harness/dam.ts'

const path = '/web/v1/profile'

test('people change their own name and nothing else', async ({ dam }) => {
  const [ada, cora] = [await dam.person('ada', { role: 'admin' }), await dam.person('cora', { role: 'consumer' })]

  const { status, body } = await cora.put<CurrentUser>(path, {
    body: { firstName: ' Corinna ', role: 'admin', email: 'x@y.test' },
  })

  expect([status, body]).toMatchObject([
    200,
    { firstName: 'Corinna', lastName: 'Tester', name: 'Corinna Tester', email: 'cora@descant.test' },
  ])
  expect((await cora.get<CurrentUser>('/api/v1/user')).body).toEqual(body)
  const { results } = (await ada.get<MemberList>('/web/v1/users')).body
  expect(results.find(({ userId }) => userId === 'cora@descant.test')).toMatchObject({ role: 'consumer' })
})

test('a name is one line, and whoever it is has to be signed in', async ({ dam }) => {
  const cora = await dam.person('cora', { role: 'consumer' })

  for (const firstName of ['a\nb', 'a'.repeat(1000), []]) {
    expect((await cora.put(path, { body: { firstName } })).status).toBe(400)
  }
  expect((await dam.ask('PUT', path, { body: { firstName: 'Nobody' } })).status).toBe(401)
})
