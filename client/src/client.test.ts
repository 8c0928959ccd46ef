import { expect, test } from 'vitest'
import { type Answering, localServer, refuse } from '../test/local-server.ts'
import { createClient } from './create-client.ts'
import { CantoFailure } from './failures.ts'
import { fixedToken } from './token-source.ts'

const picture = { scheme: 'image', id: 'ob3mim4rf13dn2kc56lv1eko2p' } as const
const list = { found: 0, limit: 100, start: 0, results: [], facets: [], matchExpr: '' }
const text =
  (body: string): Answering =>
  (_, response) => {
    response.setHeader('content-type', 'text/plain; charset=utf-8')
    response.end(body)
  }

type Client = ReturnType<typeof createClient>

test.each<[string, (client: Client) => Promise<unknown>, Answering]>([
  ['GET /api/v1/user', (client) => client.user(), () => ({ userId: 'a' })],
  [`GET /api/v1/image/${picture.id}`, (client) => client.details(picture), () => picture],
  ['GET /api/v1/video?limit=2', (client) => client.contentOfScheme('video', { limit: 2 }), () => list],
  ['GET /api/v1/album/SIR13?start=5', (client) => client.contentOfAlbum('SIR13', { start: 5 }), () => list],
  ['GET /api/v1/search?keyword=tiger', (client) => client.search({ keyword: 'tiger' }), () => list],
  ['GET /api/v1/tree?layer=-1', (client) => client.tree({ layer: -1 }), () => list],
  ['GET /api/v1/tree/H87HD', (client) => client.treeOf('H87HD'), () => list],
  ['GET /api/v1/upload/status?hours=3', (client) => client.uploadStatus({ hours: 3 }), () => list],
  [
    'GET /api/v1/upload/setting?refer=x',
    (client) => client.uploadSetting({ refer: 'x' }),
    () => ({ url: '', Policy: '', key: '' }),
  ],
  [`PUT /api/v1/image/${picture.id}/tag/a`, (client) => client.addTag(picture, 'a'), text('')],
  [`DELETE /api/v1/image/${picture.id}/tag/a`, (client) => client.removeTag(picture, 'a'), text('')],
  [`PUT /api/v1/image/${picture.id}/keyword/a`, (client) => client.attachKeyword(picture, 'a'), text('')],
  [`DELETE /api/v1/image/${picture.id}/keyword/a`, (client) => client.detachKeyword(picture, 'a'), text('')],
  [`PUT /api/v1/image/${picture.id}/rename {"name":"b.jpg"}`, (client) => client.rename(picture, 'b.jpg'), text('')],
  ['POST /api/v1/keyword {"name":"print","description":""}', (client) => client.addKeyword('print'), text('success')],
  ['POST /api/v1/folder/New%20one', (client) => client.createFolder('New one'), () => ({ id: 'J3V5N' })],
  [
    'POST /api/v1/album/SRRP7/a%3F?Description=b%20c',
    (client) => client.createAlbum('a?', { parentId: 'SRRP7', description: 'b c' }),
    () => ({ id: 'J3V5N' }),
  ],
  [
    `POST /api/v1/batch/album {"albumPath":"A/B","contents":[${JSON.stringify(picture)}]}`,
    (client) => client.addToAlbum('A/B', [picture]),
    () => [],
  ],
  [
    `DELETE /api/v1/batch/album {"albumPath":"B","contents":[${JSON.stringify(picture)}]}`,
    (client) => client.removeFromAlbum('B', [picture]),
    text(''),
  ],
  [
    `GET /api_binary/v1/image/${picture.id}/previewURI/500`,
    (client) => client.previewUri(picture, { size: 500 }),
    text('https://cdn.example/x'),
  ],
  [
    `GET /api_binary/v1/image/${picture.id}/directuri`,
    (client) => client.directUri(picture),
    text('https://cdn.example/x'),
  ],
  [
    'GET /api/v1/changes?since=c1&wait=20',
    (client) => client.changes({ since: 'c1', wait: 20 }),
    () => ({ cursor: 'c2', changes: [], more: false }),
  ],
])('%s', async (line, call, answer) => {
  await using server = await localServer(answer)

  await call(createClient({ origin: server.origin, token: fixedToken('tok'), userAgent: 'Test/1' }))

  const heard = server.heard.map(({ method, path, query, body }) =>
    `${method} ${path}${query && `?${query}`} ${body}`.trim(),
  )
  expect(heard).toEqual([line])
  expect(server.heard[0]?.headers).toMatchObject({ authorization: 'Bearer tok', 'user-agent': 'Test/1' })
})

test('a portal has paths of its own', async () => {
  await using server = await localServer(({ path }, response) =>
    path.includes('URI') ? response.end('https://x') && undefined : list,
  )
  const client = createClient({ origin: `${server.origin}/`, token: null, portal: 'ga' })
  await client.search()
  await client.previewUri(picture)

  expect(server.heard.map(({ path }) => path)).toEqual([
    '/api/p/ga/v1/search',
    `/api_binary/p/ga/v1/image/${picture.id}/previewURI`,
  ])
  expect(server.heard[0]?.headers.authorization).toBeUndefined()
})

test('failures say what the server said, where, and with which status', async () => {
  await using server = await localServer((_, response) => {
    response.statusCode = 404
    return { code: 3201, message: 'There is no such content' }
  })
  const failure = await createClient({ origin: server.origin, token: null })
    .details(picture)
    .catch((error: unknown) => error)

  expect(failure).toBeInstanceOf(CantoFailure)
  expect(failure).toMatchObject({
    status: 404,
    code: 3201,
    message: 'There is no such content',
    method: 'GET',
    path: `/api/v1/image/${picture.id}`,
  })
})

test.each<[string, Answering, RegExp]>([
  ['a web page', text('<!DOCTYPE html><title>Sign in</title>'), /a web page where JSON was expected/],
  ['nothing', text(''), /nothing where JSON was expected/],
  ['a word', text('success'), /something else where JSON/],
  ['null', () => null, /where other JSON was expected/],
  ['other JSON', () => ({ hello: 1 }), /where other JSON was expected/],
  ['a redirect', (_, response) => void response.writeHead(302, { location: '/login' }).end(), /status 302, a redirect/],
  ['a failing page', (_, response) => void response.writeHead(418).end('<html>'), /status 418 and a web page/],
])('%s where a list was expected is said to be that', async (_, answer, message) => {
  await using server = await localServer(answer)
  const client = createClient({ origin: server.origin, token: null })

  await expect(client.search()).rejects.toThrow(message)
  await expect(client.search()).rejects.toBeInstanceOf(CantoFailure)
})

test('a page where an address was expected is no address', async () => {
  await using server = await localServer(text('<html>'))
  await expect(createClient({ origin: server.origin, token: null }).directUri(picture)).rejects.toThrow(/a web page/)
})

test('more than a thousand go into an album in several requests, and all failures come back', async () => {
  const failure = { id: 'x', displayName: 'x', reason: 'gone' }
  await using server = await localServer(() => [failure])
  const contents = Array.from({ length: 2001 }, (_, at) => ({ id: `${at}`, scheme: 'image' }))

  const failures = await createClient({ origin: server.origin, token: null }).addToAlbum('A', contents)

  expect(failures).toEqual([failure, failure, failure])
  expect(server.heard.map(({ body }) => JSON.parse(body.toString()).contents.length)).toEqual([1000, 1000, 1])
})

test('the change feed says when there is none', async () => {
  await using old = await localServer((_, response) => refuse(response, 404))
  expect(await createClient({ origin: old.origin, token: null }).changes()).toEqual({ supported: false })

  await using page = await localServer(text('<html>'))
  expect(await createClient({ origin: page.origin, token: null }).changes()).toEqual({ supported: false })

  await using gone = await localServer((_, response) => refuse(response, 410))
  await expect(createClient({ origin: gone.origin, token: null }).changes()).rejects.toMatchObject({ status: 410 })
})

test('a redirect of the API never gets the token', async () => {
  await using elsewhere = await localServer(() => list)
  await using server = await localServer(
    (_, response) => void response.writeHead(302, { location: elsewhere.origin }).end(),
  )
  await expect(createClient({ origin: server.origin, token: fixedToken('tok') }).search()).rejects.toThrow(/redirect/)
  expect(elsewhere.heard).toEqual([])
})
