import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Session } from '@descant/contract'
import { afterEach, expect, test, vi } from 'vitest'
import { keepSession } from './session.ts'
import { SignedOut } from './signed-out.ts'

const running: Server[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const server of running.splice(0)) server.close()
})

/** Answers like `/web/v1/session`, with a new token each time; `signedIn: false` answers 401. */
async function sessionServer() {
  const heard = { asked: 0, signedIn: true, status: 200 }
  const server = createServer((_request, response) => {
    heard.asked++
    const status = heard.signedIn ? heard.status : 401
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(status === 200 ? session(`token-${heard.asked}`) : { code: 1, message: 'Not now.' }))
  }).listen(0, '127.0.0.1')
  running.push(server)
  await new Promise((listening) => server.once('listening', listening))
  return { heard, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const session = (accessToken: string): Session => ({
  user: {
    userId: 'mara@example.org',
    name: 'Mara Stone',
    firstName: 'Mara',
    lastName: 'Stone',
    email: 'mara@example.org',
    portalId: 'main',
    portalName: 'Main Library',
    permissions: [],
  },
  role: 'admin',
  account: { name: 'Library', host: 'localhost' },
  accessToken,
  expiresIn: 1800,
})

test('whoever asks at the same time shares one question to the server', async () => {
  const { heard, origin } = await sessionServer()
  const keeper = keepSession(origin)

  const tokens = await Promise.all([keeper.token(), keeper.token(), keeper.token()])

  expect(tokens).toEqual(['token-1', 'token-1', 'token-1'])
  expect(heard.asked).toBe(1)
})

test('a token is renewed a minute before it ends', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const { origin } = await sessionServer()
  const keeper = keepSession(origin)
  await keeper.token()

  vi.advanceTimersByTime(1739_000)
  expect(await keeper.token()).toBe('token-1')
  vi.advanceTimersByTime(2_000)
  expect(await keeper.token()).toBe('token-2')
})

test('a refused token is not used again, a newer one is not thrown away', async () => {
  const { origin } = await sessionServer()
  const keeper = keepSession(origin)
  await keeper.token()

  keeper.forget('token-1')
  expect(await keeper.token()).toBe('token-2')
  keeper.forget('token-1')
  expect(await keeper.token()).toBe('token-2')
})

test('nobody signed in is an answer, a token for nobody is a refusal', async () => {
  const { heard, origin } = await sessionServer()
  heard.signedIn = false
  const keeper = keepSession(origin)

  expect(await keeper.current()).toBeNull()
  await expect(keeper.token()).rejects.toBeInstanceOf(SignedOut)
})

test('a server in trouble is not taken for being signed out', async () => {
  const { heard, origin } = await sessionServer()
  heard.status = 503
  const keeper = keepSession(origin)

  await expect(keeper.current()).rejects.toMatchObject({ status: 503, message: 'Not now.' })
  heard.status = 200
  expect((await keeper.current())?.accessToken).toBe('token-2')
})

test('after signing out nothing is remembered', async () => {
  const { heard, origin } = await sessionServer()
  const keeper = keepSession(origin)
  await keeper.token()

  await keeper.signOut()
  heard.signedIn = false

  expect(await keeper.current()).toBeNull()
})
