import { expect, test } from 'vitest'
import { type Answering, localServer } from '../test/local-server.ts'
import { createClient } from './create-client.ts'

const list = (data: object[], totalCount = data.length) => ({ data, currentPage: 1, pageSize: 2, totalCount })
type Client = ReturnType<typeof createClient>

test.each<[string, (client: Client) => Promise<unknown>, Answering]>([
  [
    'POST /api/v1/user {"userId":"a@b.c","roles":["consumer"]}',
    (client) => client.addUser({ userId: 'a@b.c', roles: ['consumer'] }),
    (_, response) => void response.end(),
  ],
  ['DELETE /api/v1/user/a%2Bb%40c.d', (client) => client.deleteUser('a+b@c.d'), (_, response) => void response.end()],
  ['GET /api/v1/users', (client) => client.users(), () => list([])],
  [
    'GET /api/v1/users?role=3&name=To%20m&include-group=true&include-portal=false&page-size=5',
    (client) => client.users({ role: 3, name: 'To m', includeGroup: true, includePortal: false, pageSize: 5 }),
    () => list([]),
  ],
])('%s', async (line, call, answer) => {
  await using server = await localServer(answer)

  await call(createClient({ origin: server.origin, token: null }))

  const heard = server.heard.map(({ method, path, query, body }) =>
    `${method} ${path}${query && `?${query}`} ${body}`.trim(),
  )
  expect(heard).toEqual([line])
})

test('every user comes once, whatever fits on a page', async () => {
  const all = ['a', 'b', 'c'].map((userId) => ({ userId }))
  await using server = await localServer(({ query }) => {
    const page = Number(new URLSearchParams(query).get('page'))
    return list(all.slice((page - 1) * 2, page * 2), all.length)
  })

  const users: object[] = []
  const client = createClient({ origin: server.origin, token: null })
  for await (const user of client.everyUser({ role: 2 })) users.push(user)

  expect(users).toEqual(all)
  expect(server.heard.map(({ query }) => query)).toEqual(['role=2&page=1', 'role=2&page=2'])
})
