import { expect, test } from 'vitest'
import { localServer, quickly } from '../test/local-server.ts'
import { OAuthFailure } from './failures.ts'
import { authorizeUrl, clientCredentials, exchangeCode, refresh, tenantOf } from './oauth.ts'

const key = { appId: 'app', appSecret: 'se&cret', backOff: quickly, now: () => 1000 }
const pair = {
  accessToken: 'd0531d8b5247444fa2249f7f575faffe',
  expiresIn: '2592000',
  tokenType: 'Bearer',
  refreshToken: '71b8b869e9144c5f9a2000279e55bf8224143a9bbac342648d976bf5650eeffa',
}
const grant = { accessToken: pair.accessToken, refreshToken: pair.refreshToken, expiresAt: 2_592_001_000 }

test('the address to sign in at carries everything, encoded', () => {
  const address = authorizeUrl(
    { origin: 'https://oauth.canto.com', appId: 'app', redirectUri: 'https://me.example/back?a=b&c' },
    { state: 'x y&z', codeChallenge: { challenge: 'abc', method: 'S256' } },
  )
  const url = new URL(address)

  expect(url.origin + url.pathname).toBe('https://oauth.canto.com/oauth/api/oauth2/authorize')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    app_id: 'app',
    redirect_uri: 'https://me.example/back?a=b&c',
    state: 'x y&z',
    code_challenge: 'abc',
    code_challenge_method: 'S256',
  })
})

test('a code is exchanged for a grant', async () => {
  await using server = await localServer(() => pair)

  const app = { ...key, origin: server.origin, redirectUri: 'https://me.example/back' }
  expect(await exchangeCode(app, { code: 'c', codeVerifier: 'v' })).toEqual(grant)

  const [request] = server.heard
  expect(request).toMatchObject({ method: 'POST', path: '/oauth/api/oauth2/token', query: '' })
  expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded')
  expect(Object.fromEntries(new URLSearchParams(request?.body.toString()))).toEqual({
    app_id: 'app',
    app_secret: 'se&cret',
    redirect_uri: 'https://me.example/back',
    grant_type: 'authorization_code',
    code: 'c',
    code_verifier: 'v',
  })
})

test('a refresh token and client credentials give grants', async () => {
  await using server = await localServer(({ body }) =>
    body.includes('client_credentials') ? { ...pair, refreshToken: undefined } : pair,
  )
  const app = { ...key, origin: server.origin }

  expect(await refresh(app, 'old')).toEqual(grant)
  expect(await clientCredentials(app, { scope: 'consumer', userId: 'a@b.c' })).toEqual({ ...grant, refreshToken: null })
  expect(server.heard.map(({ body }) => Object.fromEntries(new URLSearchParams(body.toString())))).toEqual([
    { app_id: 'app', app_secret: 'se&cret', grant_type: 'refresh_token', refresh_token: 'old' },
    {
      app_id: 'app',
      app_secret: 'se&cret',
      grant_type: 'client_credentials',
      scope: 'consumer',
      user_id: 'a@b.c',
    },
  ])
})

test('the tenant of a refresh token is a bare host name', async () => {
  await using server = await localServer((_, response) => {
    response.setHeader('content-type', 'text/plain; charset=utf-8')
    response.end('development.canto.com')
  })

  expect(await tenantOf({ origin: server.origin }, 'to/ken')).toBe('development.canto.com')
  expect(server.heard[0]?.path).toBe('/oauth/api/oauth2/tenant/to%2Fken')
})

test('a refusal says what the server said', async () => {
  await using server = await localServer((_, response) => {
    response.statusCode = 401
    return { error: 'authentication_fail', error_description: ' Invalid refresh token' }
  })

  const failure = await refresh({ ...key, origin: server.origin }, 'old').catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(OAuthFailure)
  expect(failure).toMatchObject({ status: 401, error: 'authentication_fail', description: 'Invalid refresh token' })
  expect(server.heard).toHaveLength(1)
})

test('a web page where tokens were expected is said to be one', async () => {
  await using server = await localServer((_, response) => void response.end('<!DOCTYPE html><p>Hello'))

  await expect(refresh({ ...key, origin: server.origin }, 'old')).rejects.toThrow(/web page/)
})

test('a lost answer to a refresh is asked for again, to a code never', async () => {
  let broken = true
  await using server = await localServer((_, response) => {
    if (!broken) return pair
    broken = false
    response.destroy()
  })
  const app = { ...key, origin: server.origin }
  expect(await refresh(app, 'old')).toEqual(grant)

  broken = true
  await expect(exchangeCode(app, { code: 'c' })).rejects.toThrow(/could not be reached/)
  expect(server.heard).toHaveLength(3)
})
