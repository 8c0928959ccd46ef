import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CantoServer, png, startCanto } from '../../test/canto-server.ts'
import { connect, namesIn } from '../../test/connect.ts'
import { type Browser, runConnector } from '../../test/run-connector.ts'
import { until } from '../../test/until.ts'

let dam: CantoServer
let connector: Awaited<ReturnType<typeof runConnector>>
let browser: Browser
beforeEach(async () => {
  dam = await startCanto()
  connector = await runConnector()
  browser = await connector.signedIn()
})
afterEach(async () => {
  await connector[Symbol.asyncDispose]()
  await dam.close()
})

async function imported(...names: string[]): Promise<void> {
  for (const name of names) dam.put({ name, keywords: ['print'], bytes: randomBytes(5000) })
  await connect(connector, dam)
  await until(
    () => namesIn(connector),
    (seen) => seen.length === names.length,
  )
}

test('the folder is there before its first file', async () => {
  expect((await browser.get('/api/folders')).body).toEqual({
    results: [{ id: 'dam-import', name: 'DAM Import', files: 0, bytes: 0 }],
  })
})

test('a folder is listed in pages, by name or newest first, and searched', async () => {
  await imported('b.png', 'a.png', 'C.png')
  const names = async (query: string) => {
    const { body } = await browser.get(`/api/folders/dam-import/files?${query}`)
    return (body.results as { name: string }[]).map(({ name }) => name)
  }
  expect(await names('sort=name')).toEqual(['a.png', 'b.png', 'C.png'])
  expect(await names('sort=name&start=1&limit=1')).toEqual(['b.png'])
  expect(await names('search=A.')).toEqual(['a.png'])
  expect((await browser.get('/api/folders/dam-import/files?limit=0')).status).toBe(400)
})

test('a file tells its size, checksums and source, and gives its bytes whole and in parts', async () => {
  const asset = dam.put({ name: 'Größe.png', keywords: ['print', 'x'], bytes: randomBytes(5000) })
  await connect(connector, dam)
  await until(() => connector.stores.held.find(asset.id)?.thumbnail, Boolean)

  const { body } = await browser.get(`/api/files/${asset.id}`)
  expect(body).toMatchObject({
    name: 'Größe.png',
    size: 5000,
    md5: expect.stringMatching(/^[0-9a-f]{32}$/),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    source: {
      provider: 'canto',
      keywords: ['print', 'x'],
      page: expect.stringContaining(dam.origin),
      owner: 'Mara Ito',
    },
  })

  const whole = await browser.bytes(String(body.download))
  expect(whole.bytes).toEqual(asset.bytes)
  expect(whole.headers.get('content-disposition')).toContain(`filename*=UTF-8''Gr%C3%B6%C3%9Fe.png`)
  expect(whole.headers.get('content-type')).toBe('application/octet-stream')
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
  const part = await browser.bytes(String(body.download), { range: 'bytes=100-199' })
  expect(part.status).toBe(206)
  expect(part.bytes).toEqual(asset.bytes.subarray(100, 200))

  const picture = await browser.bytes(String(body.thumbnail))
  expect(picture.bytes).toEqual(png)
  expect(picture.headers.get('content-type')).toBe('image/png')
})

test('what left the folder cannot be had any more', async () => {
  const asset = dam.put({ name: 'a.png', keywords: ['print'] })
  await connect(connector, dam)
  await until(
    () => namesIn(connector),
    (seen) => seen.length === 1,
  )
  dam.remove(asset.id)
  await until(
    () => namesIn(connector),
    (seen) => seen.length === 0,
  )
  for (const path of ['', '/original', '/thumbnail']) {
    expect((await browser.get(`/api/files/${asset.id}${path}`)).status).toBe(404)
  }
})

test('activity tells what happened, newest first, and what is going on', async () => {
  dam.behaviour.pieceEveryMs = 30
  await imported('a.png')
  dam.put({ name: 'slow.png', keywords: ['print'], bytes: randomBytes(1_000_000) })
  const { body: during } = await until(
    () => browser.get('/api/activity'),
    ({ body }) => (body.running as { received: number }[]).some(({ received }) => received > 0),
  )
  expect(during.running).toMatchObject([{ name: 'slow.png', size: 1_000_000 }])
  expect(during.results).toMatchObject([{ kind: 'imported', name: 'a.png' }, { kind: 'connected' }])

  const { body: page } = await browser.get('/api/activity?limit=1')
  const { body: next } = await browser.get(`/api/activity?limit=1&before=${page.before}`)
  expect(next.results).toMatchObject([{ kind: 'connected' }])
})
