import { expect, test } from 'vitest'
import { localServer } from '../test/local-server.ts'
import { createClient } from './create-client.ts'
import { fixedToken } from './token-source.ts'

const picture = { scheme: 'image', id: 'ob3mim4rf13dn2kc56lv1eko2p' } as const
type Client = ReturnType<typeof createClient>

test.each<[string, (client: Client) => Promise<unknown>, unknown]>([
  ['/api/v1', (client) => client.endpoints(), []],
  [`/api/v1/usagehistory/image/${picture.id}`, (client) => client.usageHistory(picture), { results: [] }],
  [`/api/v1/shareactivity/image/${picture.id}`, (client) => client.shareActivity(picture), { results: [] }],
  [`/api/v1/viewactivity/image/${picture.id}`, (client) => client.viewActivity(picture), { results: [] }],
  [
    `/api/v1/downloadactivity/image/${picture.id}?limit=4&sortDirection=ascending&marker=MjAx`,
    (client) => client.downloadActivity(picture, { limit: 4, sortDirection: 'ascending', marker: 'MjAx' }),
    { results: [] },
  ],
])('%s', async (address, call, body) => {
  await using server = await localServer(() => body as object)

  expect(await call(createClient({ origin: server.origin, token: fixedToken('t') }))).toEqual(body)

  expect(server.heard.map(({ path, query }) => (query ? `${path}?${query}` : path))).toEqual([address])
})

test('all activity comes page by page, to the one without a marker', async () => {
  const entry = (user: string) => ({ user, actionName: 'Downloaded Image', email: '', actionTime: '' })
  await using server = await localServer(({ query }) => {
    const at = Number(new URLSearchParams(query).get('marker') ?? 0)
    return { results: [entry(`${at}a`), entry(`${at}b`)], ...(at < 2 && { nextMarker: String(at + 1) }) }
  })
  const client = createClient({ origin: server.origin, token: fixedToken('t') })

  const users: string[] = []
  for await (const { user } of client.everyActivity(picture, { limit: 2 })) users.push(user)

  expect(users).toEqual(['0a', '0b', '1a', '1b', '2a', '2b'])
})
