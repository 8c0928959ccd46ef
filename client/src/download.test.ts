import { expect, test } from 'vitest'
import { type Answering, type Heard, localServer, quickly, refuse } from '../test/local-server.ts'
import { createClient } from './create-client.ts'
import type { Download } from './download.ts'
import { fixedToken, type TokenSource } from './token-source.ts'

const picture = { scheme: 'image', id: 'a' } as const
const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251))

const read = async ({ bytes: stream }: Download) => Buffer.from(await new Response(stream).arrayBuffer())
const rangeOf = ({ headers }: Heard) => Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0)

/** Serves the bytes with ranges; `cutAt` ends the line after so many of them, once each. */
function storage({ etag = '"v1"', cutAt = [] as number[], content = () => bytes } = {}): Answering {
  return (request, response) => {
    const whole = content()
    const matches = !request.headers['if-range'] || request.headers['if-range'] === etag
    const from = matches ? rangeOf(request) : 0
    if (from >= whole.length) return refuse(response, 416)
    response.writeHead(from > 0 ? 206 : 200, {
      etag,
      'content-type': 'image/jpeg',
      'content-length': whole.length - from,
      ...(from > 0 && { 'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}` }),
    })
    const cut = cutAt.shift()
    if (cut === undefined) return void response.end(whole.subarray(from))
    response.write(whole.subarray(from, from + cut), () => setImmediate(() => response.destroy()))
  }
}

test('the token goes to the API and not to where that redirects, be it the same origin', async () => {
  const seen: (string | undefined)[] = []
  await using elsewhere = await localServer((request, response) => {
    seen.push(request.headers.authorization)
    return storage()(request, response)
  })
  await using server = await localServer((request, response) => {
    if (request.path.startsWith('/direct/')) {
      seen.push(request.headers.authorization)
      return void response.writeHead(307, { location: `${elsewhere.origin}/bucket/x` }).end()
    }
    expect(request.headers.authorization).toBe('Bearer tok')
    return void response.writeHead(302, { location: '/direct/x?signature=y' }).end()
  })
  const client = createClient({ origin: server.origin, token: fixedToken('tok') })

  const download = await client.download(picture)

  expect(await read(download)).toEqual(bytes)
  expect(download).toMatchObject({ from: 0, size: bytes.length, contentType: 'image/jpeg', etag: '"v1"' })
  expect(server.heard.map(({ path }) => path)).toEqual(['/api_binary/v1/image/a', '/direct/x'])
  expect(seen).toEqual([undefined, undefined])
})

test('what must be as it was uploaded is asked for so, where the API gives it out', async () => {
  await using server = await localServer(storage())
  const client = createClient({ origin: server.origin, token: fixedToken('tok') })

  for (const address of ['/api_binary/v1/image/a?x=1', '/signed?Signature=y']) {
    await read(await client.download(address, { asUploaded: true }))
  }

  expect(server.heard.map(({ path, query }) => `${path}?${query}`)).toEqual([
    '/api_binary/v1/image/a?x=1&embedMetadata=false',
    '/signed?Signature=y',
  ])
})

test('an address of another host is asked without the token', async () => {
  await using elsewhere = await localServer(storage())
  const client = createClient({ origin: 'http://127.0.0.1:1', token: fixedToken('tok') })

  expect(await read(await client.download(`${elsewhere.origin}/signed`))).toEqual(bytes)
  expect(elsewhere.heard[0]?.headers.authorization).toBeUndefined()
})

test('a line that breaks is taken up where it broke', async () => {
  await using server = await localServer(storage({ cutAt: [70_000, 50_000] }))
  const client = createClient({ origin: server.origin, token: fixedToken('tok'), backOff: quickly })

  expect(await read(await client.download(picture))).toEqual(bytes)
  expect(server.heard.map(({ headers }) => headers.range !== undefined)).toEqual([false, true, true])
  expect(server.heard.slice(1).every(({ headers }) => headers['if-range'] === '"v1"')).toBe(true)
})

test('bytes that changed meanwhile are never sewn together', async () => {
  let served = 0
  await using server = await localServer((request, response) =>
    storage(served++ === 0 ? { cutAt: [70_000] } : { etag: '"v2"' })(request, response),
  )
  const client = createClient({ origin: server.origin, token: null, backOff: quickly })

  await expect(read(await client.download(picture))).rejects.toThrow(/could not be reached/)
})

test('without a tag a broken line is a failure', async () => {
  await using server = await localServer(storage({ etag: 'W/"v1"', cutAt: [70_000] }))
  const client = createClient({ origin: server.origin, token: null, backOff: quickly })

  await expect(read(await client.download(picture))).rejects.toThrow(/could not be reached/)
})

test('a line that breaks again and again without a byte is given up', async () => {
  await using server = await localServer(storage({ cutAt: [70_000, ...Array(20).fill(0)] }))
  const client = createClient({ origin: server.origin, token: null, backOff: quickly })

  await expect(read(await client.download(picture))).rejects.toThrow(/could not be reached/)
  expect(server.heard.length).toBeLessThan(20)
})

test('what one has already is not fetched again', async () => {
  await using server = await localServer(storage())
  const client = createClient({ origin: server.origin, token: null })

  const rest = await client.download(picture, { from: 150_000, etag: '"v1"' })
  expect(rest).toMatchObject({ from: 150_000, size: bytes.length })
  expect(await read(rest)).toEqual(bytes.subarray(150_000))

  const changed = await client.download(picture, { from: 150_000, etag: '"v0"' })
  expect(changed).toMatchObject({ from: 0, size: bytes.length })
  expect(await read(changed)).toEqual(bytes)
})

test('after the last byte all of it is sent', async () => {
  await using server = await localServer(storage())
  const client = createClient({ origin: server.origin, token: null })

  expect(await client.download(picture, { from: bytes.length })).toMatchObject({ from: 0, size: bytes.length })
})

test('a refused token is renewed, a refusal is told', async () => {
  await using server = await localServer((request, response) => {
    if (request.headers.authorization !== 'Bearer new') return refuse(response, 401)
    return request.path.endsWith('/a') ? storage()(request, response) : refuse(response, 403)
  })
  const token: TokenSource = { accessToken: async () => 'old', renew: async () => 'new' }
  const client = createClient({ origin: server.origin, token })

  expect(await read(await client.download(picture))).toEqual(bytes)
  await expect(client.download({ scheme: 'image', id: 'b' })).rejects.toMatchObject({
    status: 403,
    message: 'refused with 403',
    path: '/api_binary/v1/image/b',
  })
})

test.each([
  ['javascript:alert(1)', /to nowhere/],
  ['/api_binary/v1/image/a', /without an end/],
])('a redirect to %s is refused', async (location, message) => {
  await using server = await localServer((_, response) => void response.writeHead(302, { location }).end())

  await expect(createClient({ origin: server.origin, token: null }).download(picture)).rejects.toThrow(message)
})

test('an empty file is nothing, and one may stop reading', async () => {
  await using server = await localServer((_, response) => void response.writeHead(200, { 'content-length': 0 }).end())
  expect(await read(await createClient({ origin: server.origin, token: null }).download(picture))).toHaveLength(0)

  await using large = await localServer(storage())
  const { bytes: stream } = await createClient({ origin: large.origin, token: null }).download(picture)
  for await (const chunk of stream) {
    expect(chunk.byteLength).toBeGreaterThan(0)
    break
  }
})

test('a signal ends it in the middle', async () => {
  const stop = new AbortController()
  await using server = await localServer((_, response) => {
    response.writeHead(200, { 'content-length': 10, etag: '"a"' })
    response.write('half')
  })
  const client = createClient({ origin: server.origin, token: null })
  const reader = (await client.download(picture, { signal: stop.signal })).bytes.getReader()
  await reader.read()
  stop.abort(new Error('enough'))

  await expect(reader.read()).rejects.toThrow('enough')
  expect(server.heard).toHaveLength(1)
})

test.each([
  [undefined, null],
  ['attachment', null],
  ['attachment; filename="a \\"b\\".jpg"', 'a "b".jpg'],
  ['attachment; filename=plain.jpg; size=3', 'plain.jpg'],
  [`attachment; filename="Gr__e.jpg"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%F0%9F%90%85.jpg`, 'Größe 🐅.jpg'],
  [`attachment; filename="good.jpg"; filename*=UTF-8''%E0%A4%A`, 'good.jpg'],
])('the name of a file under %s is %s', async (disposition, fileName) => {
  await using server = await localServer((_, response) => {
    response.writeHead(200, disposition === undefined ? {} : { 'content-disposition': disposition }).end('x')
  })
  const client = createClient({ origin: server.origin, token: null })

  expect(await client.download(picture)).toMatchObject({ fileName })
})
