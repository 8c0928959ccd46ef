import { expect, test } from 'vitest'
import { localServer, quickly, refuse } from '../test/local-server.ts'
import { createClient } from './create-client.ts'
import type { Grant } from './oauth.ts'
import { clientCredentialsSource, NotConnected, tokenSource } from './token-source.ts'

const day = 86_400_000

/** A library whose tokens are `access-n` and `refresh-n`, of which only the newest is good. */
async function library({ life = 30 * day, failing = false } = {}) {
  let newest = 1
  let now = 0
  const log: string[] = []
  const server = await localServer(({ path, body, headers }, response) => {
    if (path.startsWith('/oauth/')) {
      const asked = new URLSearchParams(body.toString())
      log.push(`${asked.get('grant_type')} ${asked.get('refresh_token') ?? ''}`.trim())
      if (failing) return refuse(response, 500)
      newest++
      return { accessToken: `access-${newest}`, refreshToken: `refresh-${newest}`, expiresIn: String(life / 1000) }
    }
    const token = headers.authorization ?? ''
    log.push(`user with ${token.replace('Bearer ', '')}`)
    return token === `Bearer access-${newest}` ? { userId: 'mara' } : refuse(response, 401)
  })
  let kept: Grant | null = { accessToken: 'access-1', refreshToken: 'refresh-1', expiresAt: life }
  const app = { origin: server.origin, appId: 'a', appSecret: 's', backOff: quickly, now: () => now }
  const source = () =>
    tokenSource({
      load: async () => kept,
      async save(grant) {
        await new Promise((done) => setImmediate(done))
        log.push(`saved ${grant.accessToken}`)
        kept = grant
      },
      app,
    })
  return {
    log,
    app,
    source,
    clientWith: (token = source()) => createClient({ origin: server.origin, token, backOff: quickly }),
    keep: (grant: Grant | null) => {
      kept = grant
    },
    revoke: () => newest++,
    advance: (ms: number) => {
      now += ms
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

test('a good token is used as it is', async () => {
  await using dam = await library()
  await dam.clientWith().user()

  expect(dam.log).toEqual(['user with access-1'])
})

test('twenty who ask at the same time near the end renew once, and use the new pair after it is saved', async () => {
  await using dam = await library()
  const client = dam.clientWith()
  await client.user()
  dam.advance(30 * day - 60_000)
  dam.log.length = 0

  await Promise.all(Array.from({ length: 20 }, () => client.user()))

  expect(dam.log.slice(0, 2)).toEqual(['refresh_token refresh-1', 'saved access-2'])
  expect(dam.log.slice(2)).toEqual(Array(20).fill('user with access-2'))
})

test('twenty whose token is refused renew once and ask again once', async () => {
  await using dam = await library()
  const client = dam.clientWith()
  dam.revoke()

  await Promise.all(Array.from({ length: 20 }, () => client.user()))

  expect(dam.log.filter((line) => line.startsWith('refresh_token'))).toEqual(['refresh_token refresh-1'])
  expect(dam.log.filter((line) => line === 'user with access-3')).toHaveLength(20)
})

test('a token that is refused although new is a 401, after one renewal', async () => {
  await using server = await localServer(({ path }, response) =>
    path.startsWith('/oauth/') ? { accessToken: 'new', refreshToken: 'new', expiresIn: '1000' } : refuse(response, 401),
  )
  const token = tokenSource({
    load: async () => ({ accessToken: 'old', refreshToken: 'old', expiresAt: Date.now() + day }),
    save: async () => {},
    app: { origin: server.origin, appId: 'a', appSecret: 's' },
  })

  await expect(createClient({ origin: server.origin, token }).user()).rejects.toMatchObject({ status: 401 })
  expect(server.heard.map(({ path }) => path)).toEqual(['/api/v1/user', '/oauth/api/oauth2/token', '/api/v1/user'])
})

test('what could not be saved is not used, and the old pair goes on', async () => {
  await using dam = await library()
  dam.advance(30 * day - 60_000)
  const failingSave = tokenSource({
    load: async () => ({ accessToken: 'access-1', refreshToken: 'refresh-1', expiresAt: 30 * day }),
    save: () => Promise.reject(new Error('disk full')),
    app: dam.app,
    renewBeforeMs: 300_000,
  })
  expect(await failingSave.accessToken()).toBe('access-1')

  dam.advance(day)
  await expect(failingSave.accessToken()).rejects.toThrow('disk full')
})

test('while renewing fails, a token that still lives is used, without asking before every call', async () => {
  await using dam = await library({ failing: true })
  const source = dam.source()
  await source.accessToken()
  dam.advance(30 * day - 60_000)

  expect([await source.accessToken(), await source.accessToken()]).toEqual(['access-1', 'access-1'])
  expect(dam.log).toEqual(['refresh_token refresh-1'])

  dam.advance(31_000)
  expect(await source.accessToken()).toBe('access-1')
  expect(dam.log).toHaveLength(2)
})

test('what another process renewed is taken over', async () => {
  await using dam = await library()
  const source = dam.source()
  await source.accessToken()
  dam.keep({ accessToken: 'access-9', refreshToken: 'refresh-9', expiresAt: 60 * day })
  dam.advance(30 * day - 60_000)

  expect(await source.accessToken()).toBe('access-9')
  expect(await source.renew('access-1')).toBe('access-9')
  expect(dam.log).toEqual([])
})

test('without a grant somebody is to sign in', async () => {
  await using dam = await library()
  dam.keep(null)

  await expect(dam.clientWith().user()).rejects.toBeInstanceOf(NotConnected)
})

test('one who leaves does not end the renewal the others wait for', async () => {
  await using dam = await library()
  dam.keep({ accessToken: 'access-1', refreshToken: 'refresh-1', expiresAt: 0 })
  const source = dam.source()
  const leaving = new AbortController()
  const first = source.accessToken(leaving.signal)
  const second = source.accessToken()
  leaving.abort(new Error('gone'))

  await expect(first).rejects.toThrow('gone')
  expect(await second).toBe('access-2')
})

test('a key’s own token is fetched when it is needed, and anew when it ends', async () => {
  await using dam = await library()
  const client = dam.clientWith(clientCredentialsSource(dam.app))
  await client.user()
  await client.user()
  dam.revoke()
  await client.user()

  expect(dam.log.filter((line) => line === 'client_credentials')).toHaveLength(2)
})
