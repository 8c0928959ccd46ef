import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CantoServer, startCanto } from '../../test/canto-server.ts'
import { namesIn } from '../../test/connect.ts'
import { type Browser, password, runConnector } from '../../test/run-connector.ts'
import { until } from '../../test/until.ts'
import { hashPassword } from '../accounts/password.ts'

let dam: CantoServer
let connector: Awaited<ReturnType<typeof runConnector>>
beforeEach(async () => {
  dam = await startCanto()
  connector = await runConnector()
})
afterEach(async () => {
  await connector[Symbol.asyncDispose]()
  await dam.close()
})

const fields = (given: object = {}) => ({ provider: 'canto', ...dam.app, keyword: 'print', ...given })

/** Where the consent page sends the browser back to. */
async function consent(location: unknown): Promise<string> {
  const answer = await fetch(String(location), { redirect: 'manual' })
  const back = new URL(answer.headers.get('location') ?? '')
  expect(back.origin).toBe(connector.origin)
  return `${back.pathname}${back.search}`
}

async function authenticate(browser: Browser, given: object = {}): Promise<string | null> {
  const { body } = await browser.post('/api/dam-settings/authenticate', fields(given))
  const { status, headers } = await browser.get(await consent(body.location))
  expect(status).toBe(303)
  return headers.get('location')
}

async function connected(): Promise<Browser> {
  const browser = await connector.signedIn()
  await authenticate(browser)
  expect((await browser.put('/api/dam-settings', fields())).status).toBe(200)
  return browser
}

const testResult = async (browser: Browser) => (await browser.post('/api/dam-settings/test')).body

describe('the way of the guide', () => {
  test('fill in, authenticate, save, test, and the files are here', async () => {
    dam.put({ name: 'poster.png', keywords: ['print'] })
    dam.put({ name: 'brochure.png', keywords: ['PRINT', 'other'] })
    const browser = await connector.signedIn()
    const { body: before } = await browser.get('/api/dam-settings')
    expect(before).toMatchObject({
      refusal: null,
      redirectUri: `${connector.origin}/dam/callback`,
      fields: null,
      connection: null,
    })

    expect(await authenticate(browser)).toBe('/settings/dam?authentication=granted')
    expect((await browser.get('/api/dam-settings')).body).toMatchObject({
      isAuthenticated: true,
      connection: null,
      fields: { domain: dam.origin, isSecretSet: true, isSaved: false },
    })
    expect(connector.stores.held.count().files).toBe(0)

    const { body: saved } = await browser.put('/api/dam-settings', fields({ appSecret: undefined }))
    expect(saved).toMatchObject({ fields: { isSaved: true }, connection: { isGranted: true, keyword: 'print' } })
    expect(await testResult(browser)).toEqual({
      isGood: true,
      eligible: 2,
      problem: null,
      sentence: 'The connection works: 2 files are eligible for import.',
    })
    await until(
      () => namesIn(connector),
      (seen) => seen.length === 2,
    )
    const { body: list } = await browser.get('/api/folders/dam-import/files')
    expect(list).toMatchObject({ found: 2, results: [{ scheme: 'image' }, { scheme: 'image' }] })
  })

  test('the request for consent carries state and a PKCE challenge, and the redirect URL', async () => {
    const browser = await connector.signedIn()
    const { body } = await browser.post('/api/dam-settings/authenticate', fields())
    const query = Object.fromEntries(new URL(String(body.location)).searchParams)
    expect(query).toMatchObject({
      response_type: 'code',
      app_id: dam.app.appId,
      redirect_uri: `${connector.origin}/dam/callback`,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  test('denied consent comes back with a plain sentence, and nothing is connected', async () => {
    dam.behaviour.deniesConsent = true
    const browser = await connector.signedIn()
    expect(await authenticate(browser)).toBe('/settings/dam?authentication=denied')
    expect((await browser.get('/api/dam-settings')).body).toMatchObject({
      isAuthenticated: false,
      notice: expect.stringMatching(/access was denied/),
    })
    expect((await browser.put('/api/dam-settings', fields())).body).toMatchObject({ problem: 'authenticate-first' })
  })

  test('a new keyword needs no new consent, another app does', async () => {
    dam.put({ name: 'web.png', keywords: ['web'] })
    const browser = await connected()
    const saved = await browser.put('/api/dam-settings', fields({ keyword: ' web ', appSecret: undefined }))
    expect(saved).toMatchObject({ status: 200, body: { connection: { keyword: 'web' } } })
    await until(
      () => namesIn(connector),
      (seen) => seen.join() === 'web.png',
    )
    const other = await browser.put('/api/dam-settings', fields({ appId: 'b'.repeat(32) }))
    expect(other).toMatchObject({ status: 422, body: { problem: 'authenticate-first' } })
  })

  test('a draft can be thrown away; what was saved goes on', async () => {
    const browser = await connected()
    await authenticate(browser, { keyword: 'other' })
    expect((await browser.get('/api/dam-settings')).body).toMatchObject({
      fields: { keyword: 'other', isSaved: false },
    })
    const { body } = await browser.delete('/api/dam-settings/draft')
    expect(body).toMatchObject({ fields: { keyword: 'print', isSaved: true }, isAuthenticated: true })
  })
})

describe('the answer from the consent page', () => {
  const stale = '/settings/dam?authentication=stale'
  const back = async (browser: Browser, path: string) => (await browser.get(path)).headers.get('location')

  test('is taken once', async () => {
    const browser = await connector.signedIn()
    const { body } = await browser.post('/api/dam-settings/authenticate', fields())
    const path = await consent(body.location)
    const cookies = new Map(browser.cookies)
    expect(await back(browser, path)).toBe('/settings/dam?authentication=granted')
    for (const [name, cookie] of cookies) browser.cookies.set(name, cookie)
    expect(await back(browser, path)).toBe(stale)
  })

  test('is not taken from another browser, even one that is signed in', async () => {
    const browser = await connector.signedIn()
    const { body } = await browser.post('/api/dam-settings/authenticate', fields())
    const other = await connector.signedIn()
    expect(await back(other, await consent(body.location))).toBe(stale)
    expect(connector.stores.connections.find('draft')?.grantId).toBeNull()
  })

  test('is not taken with another state', async () => {
    const browser = await connector.signedIn()
    const { body } = await browser.post('/api/dam-settings/authenticate', fields())
    const path = await consent(body.location)
    expect(await back(browser, path.replace(/state=[\w-]+/, 'state=made-up'))).toBe(stale)
    expect(await back(browser, '/dam/callback?code=x')).toBe(stale)
  })

  test('is not taken after signing out', async () => {
    const browser = await connector.signedIn()
    const { body } = await browser.post('/api/dam-settings/authenticate', fields())
    const path = await consent(body.location)
    await browser.delete('/api/session')
    expect(await back(browser, path)).toBe(stale)
  })

  test('is not taken for fields that were typed anew meanwhile', async () => {
    const browser = await connector.signedIn()
    const first = await browser.post('/api/dam-settings/authenticate', fields())
    const path = await consent(first.body.location)
    const cookies = new Map(browser.cookies)
    await new Promise((resolve) => setTimeout(resolve, 2)) // drafts are told apart by their millisecond
    await browser.post('/api/dam-settings/authenticate', fields({ keyword: 'other' }))
    for (const [name, cookie] of cookies) browser.cookies.set(name, cookie)
    expect(await back(browser, path)).toBe(stale)
  })

  test('comes with a cookie of its own that other sites’ redirects bring along, and only to the callback', async () => {
    const browser = await connector.signedIn()
    const { headers } = await browser.post('/api/dam-settings/authenticate', fields())
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^connector-authorization=.*Path=\/dam\/callback.*HttpOnly.*SameSite=Lax/)
  })
})

describe('the app secret', () => {
  test('is never given out again', async () => {
    const browser = await connected()
    for (const path of ['/api/dam-settings', '/api/activity', '/metrics']) {
      const { body } = await browser.get(path)
      expect(JSON.stringify(body)).not.toContain(dam.app.appSecret)
    }
  })

  test('is not sent to another domain than it was given for', async () => {
    const browser = await connected()
    const elsewhere = await startCanto()
    const typed = fields({ domain: elsewhere.origin, appSecret: '' })
    const { status, body } = await browser.post('/api/dam-settings/authenticate', typed)
    expect(status).toBe(422)
    expect(body).toMatchObject({ problem: 'secret-needed' })
    expect(elsewhere.requests).toEqual([])
    await elsewhere.close()
  })
})

describe('what is wrong is said in plain words', () => {
  test.each([
    [{ appSecret: 'wrong' }, 'app-secret', /The Canto App Secret is wrong/],
    [{ appId: 'f'.repeat(32) }, 'app-id', /does not know this Canto App ID/],
    [{ domain: 'http://127.0.0.1:1' }, 'unreachable', /could not be reached/],
    [{ domain: 'no such domain' }, 'domain', /is no domain/],
    [{ domain: '169.254.169.254' }, 'private-address', /this connector does not go there/],
    [{ keyword: ' ' }, 'incomplete', /Fill in the field Keyword for Import/],
  ])('when authenticating with %j', async (given, problem, sentence) => {
    const browser = await connector.signedIn()
    const { status, body } = await browser.post('/api/dam-settings/authenticate', fields(given))
    expect(status).toBe(422)
    expect(body).toMatchObject({ problem, message: expect.stringMatching(sentence) })
  })

  test('when the server is no Canto', async () => {
    const other = createServer((_, response) => response.end('<!doctype html><h1>It works!</h1>')).listen(
      0,
      '127.0.0.1',
    )
    await new Promise((resolve) => other.once('listening', resolve))
    const browser = await connector.signedIn()
    const domain = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    const { body } = await browser.post('/api/dam-settings/authenticate', fields({ domain }))
    expect(body).toMatchObject({ problem: 'not-canto', message: expect.stringMatching(/not a Canto server/) })
    other.closeAllConnections()
    other.close()
  })

  test('when a private address is named where that is not allowed', async () => {
    await connector.close()
    const { dataFolder } = connector
    connector = await runConnector({ dataFolder, env: { CONNECTOR_ALLOW_PRIVATE_NETWORK: '0' } })
    const browser = await connector.signedIn()
    for (const domain of [dam.origin, 'https://localhost:8443', 'http://10.0.0.1']) {
      const { body } = await browser.post('/api/dam-settings/authenticate', fields({ domain }))
      expect(body).toMatchObject({ problem: 'private-address', message: expect.stringMatching(/private network/) })
    }
    expect(dam.requests).toEqual([])
  })

  test('when no file carries the keyword', async () => {
    dam.put({ name: 'poster.png', keywords: ['prints', 'pri'] })
    const browser = await connected()
    expect(await testResult(browser)).toMatchObject({
      problem: 'no-file',
      sentence: expect.stringMatching(/no file carries the keyword “print”/),
    })
  })

  test('when the secret was changed after saving', async () => {
    const browser = await connected()
    dam.behaviour.appSecret = 'n'.repeat(64)
    expect(await testResult(browser)).toMatchObject({ problem: 'app-secret' })
  })

  test('when the server went away', async () => {
    const browser = await connected()
    await dam.close()
    expect(await testResult(browser)).toMatchObject({
      problem: 'unreachable',
      sentence: expect.stringMatching(/could not be reached/),
    })
    dam = await startCanto()
  })

  test('when the grant was revoked: authenticate again, and it goes on', async () => {
    dam.put({ name: 'poster.png', keywords: ['print'] })
    const browser = await connected()
    dam.revokeTokens({ andGrants: true })
    expect(await testResult(browser)).toMatchObject({
      problem: 'grant',
      sentence: expect.stringMatching(/Authenticate Canto again/),
    })
    expect((await browser.get('/api/dam-settings')).body).toMatchObject({ isAuthenticated: false })

    await authenticate(browser)
    await browser.put('/api/dam-settings', fields())
    expect(await testResult(browser)).toMatchObject({ isGood: true, eligible: 1 })
  })

  test('when nothing was saved yet', async () => {
    const browser = await connector.signedIn()
    expect(await testResult(browser)).toMatchObject({ isGood: false, problem: 'not-connected' })
  })
})

describe('who may', () => {
  const everyWay: [keyof Browser & ('post' | 'put' | 'delete'), string][] = [
    ['post', '/api/dam-settings/authenticate'],
    ['put', '/api/dam-settings'],
    ['delete', '/api/dam-settings/draft'],
    ['post', '/api/dam-settings/test'],
  ]

  async function expectRefused(browser: Browser, refusal: string): Promise<void> {
    expect((await browser.get('/api/dam-settings')).body).toMatchObject({ refusal, fields: null, connection: null })
    for (const [method, path] of everyWay) {
      const answer = await browser[method](path, path.endsWith('test') || method === 'delete' ? undefined : fields())
      expect({ path, ...answer }).toMatchObject({ path, status: 403, body: { problem: refusal } })
    }
  }

  test('members see that an administrator has to do it', async () => {
    await connected()
    connector.stores.users.put(
      { email: 'bob@example.com', role: 'member', passwordHash: await hashPassword(password) },
      0,
    )
    const bob = await connector.signedIn('bob@example.com')
    await expectRefused(bob, 'not-an-admin')
    expect((await bob.get('/api/folders')).status).toBe(200)
  })

  test('where the feature is not activated, nobody may', async () => {
    const browser = await connected()
    connector.stores.account.activateDamSettings(false)
    await expectRefused(browser, 'feature-off')
  })
})
