import { afterEach, beforeEach, expect, test } from 'vitest'
import { browserAt, password, runConnector } from '../../test/run-connector.ts'
import { hashPassword } from '../accounts/password.ts'

let connector: Awaited<ReturnType<typeof runConnector>>
beforeEach(async () => {
  connector = await runConnector()
})
afterEach(() => connector[Symbol.asyncDispose]())

const signInAs = (email: string, with_: string) => connector.browser().post('/api/session', { email, password: with_ })

test('one signs in, is known, and signs out', async () => {
  const browser = connector.browser()
  expect((await browser.get('/api/session')).status).toBe(401)

  const signedIn = await browser.post('/api/session', { email: ' ADA@example.com ', password })
  expect(signedIn).toMatchObject({ status: 200, body: { user: { email: 'ada@example.com', role: 'admin' } } })
  expect((await browser.get('/api/session')).body).toEqual(signedIn.body)

  const [token] = [...browser.cookies.values()]
  expect((await browser.delete('/api/session')).status).toBe(204)
  expect((await browser.get('/api/session')).status).toBe(401)
  const thief = connector.browser()
  expect((await thief.get('/api/session', { cookie: `connector-session=${token?.value}` })).status).toBe(401)
})

test('the session cookie is out of reach of scripts and of other sites', async () => {
  const { headers } = await signInAs('ada@example.com', password)
  const cookie = headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Strict/)
  expect(cookie).not.toMatch(/Secure/)
})

test('behind a proxy that speaks https the cookie is for https alone', async () => {
  await connector.close()
  const { dataFolder } = connector
  connector = await runConnector({ dataFolder, env: { CONNECTOR_TRUST_PROXY: 'loopback' } })
  const browser = browserAt(connector.origin)
  const { headers } = await browser.post(
    '/api/session',
    { email: 'ada@example.com', password },
    { origin: 'https://print.example', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'print.example' },
  )
  expect(headers.get('set-cookie')).toMatch(/^__Host-connector-session=.*Secure/)
})

test('a wrong password and an unknown person look alike', async () => {
  const wrong = await signInAs('ada@example.com', 'wrong')
  const unknown = await signInAs('nobody@example.com', 'wrong')
  expect(wrong.status).toBe(401)
  expect(unknown).toMatchObject({ status: wrong.status, body: wrong.body })
})

test('guessing is slowed down for the person, whatever the password by then', async () => {
  for (let guess = 0; guess < 8; guess++) expect((await signInAs('ada@example.com', `guess ${guess}`)).status).toBe(401)
  const answer = await signInAs('Ada@example.com', password)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800)
  connector.stores.users.put(
    { email: 'bob@example.com', role: 'member', passwordHash: await hashPassword(password) },
    0,
  )
  expect((await signInAs('bob@example.com', password)).status).toBe(200)
})

test('guessing is slowed down for the address, whoever is tried', async () => {
  for (let guess = 0; guess < 40; guess++) connector.stores.failures.note(['address 127.0.0.1'], Date.now())
  expect((await signInAs('ada@example.com', password)).status).toBe(429)
})

test('another site can change nothing', async () => {
  const browser = await connector.signedIn()
  const from = (headers: Record<string, string>) => browser.post('/api/dam-settings/test', undefined, headers)
  expect(await from({ origin: 'https://evil.example' })).toMatchObject({
    status: 403,
    body: { problem: 'other-origin' },
  })
  expect((await from({ origin: 'null' })).status).toBe(403)
  expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  const form = await fetch(`${connector.origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'email=a&password=b',
  })
  expect(form.status).toBe(415)
})

test('somebody whose password was changed is signed out everywhere', async () => {
  const browser = await connector.signedIn()
  connector.stores.users.put(
    { email: 'ada@example.com', role: 'admin', passwordHash: await hashPassword('another one') },
    0,
  )
  expect((await browser.get('/api/session')).status).toBe(401)
})

test('without signing in there is nothing to see', async () => {
  const browser = connector.browser()
  const paths = [
    '/api/folders',
    '/api/folders/dam-import/files',
    '/api/files/x',
    '/api/files/x/original',
    '/api/files/x/thumbnail',
  ]
  for (const path of [...paths, '/api/dam-settings', '/api/activity']) {
    expect({ path, ...(await browser.get(path)) }).toMatchObject({
      path,
      status: 401,
      body: { problem: 'not-signed-in' },
    })
  }
})

test('pages come with a policy that allows no script but ours, and cannot be framed', async () => {
  const { headers } = await connector.browser().get('/health/live')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/script-src 'self'(;|$)/)
  expect(policy).toMatch(/frame-ancestors 'none'/)
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('an unknown address under /api is said to be none, as JSON', async () => {
  expect(await connector.browser().get('/api/nothing')).toMatchObject({
    status: 404,
    body: { problem: 'no-such-address' },
  })
})

test('figures are for loopback, not for whoever comes through a proxy', async () => {
  const browser = connector.browser()
  const { status, body } = await browser.get('/metrics')
  expect(status).toBe(200)
  expect(body.text).toMatch(/^connector_imported_files 0$/m)
  expect((await browser.get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(403)
})

test('figures are for those who have the token', async () => {
  await connector.close()
  const { dataFolder } = connector
  connector = await runConnector({ dataFolder, env: { CONNECTOR_METRICS_TOKEN: 'let me count' } })
  const browser = connector.browser()
  const proxied = { 'x-forwarded-for': '203.0.113.9' }
  expect((await browser.get('/metrics', { ...proxied, authorization: 'Bearer let me count' })).status).toBe(200)
  expect((await browser.get('/metrics', { ...proxied, authorization: 'Bearer let me guess' })).status).toBe(403)
})
