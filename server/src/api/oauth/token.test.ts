import type { CompatibleTokenAnswer, OAuthErrorBody } from '@descant/contract'
import { describe, expect } from 'vitest'
import { test } from '../../../test/harness/dam.ts'
import {
  allow,
  askToken,
  connect,
  exchange,
  refresh,
  registerApp,
  statusWith,
} from '../../../test/harness/oauth-steps.ts'
import { revokeApiKey } from '../../domain/oauth/revoke-api-key.ts'
import { updateApiKey } from '../../domain/oauth/update-api-key.ts'
import { changePassword } from '../../domain/user/change-password.ts'
import { reinstateUser, suspendUser } from '../../domain/user/suspend-user.ts'

const expiredCode = {
  status: 401,
  body: { error: 'authentication_expired', error_description: 'Authentication code expired' },
}
const badRefreshToken = {
  status: 401,
  body: { error: 'authentication_fail', error_description: 'Invalid refresh token' },
}

describe('a code', () => {
  test('is exchanged for tokens, in the published words', async ({ dam }) => {
    const bob = await dam.person('bob')
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const { status, headers, body } = await exchange(dam, app, await allow(dam, bob, app))

    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toEqual({
      accessToken: expect.stringMatching(/^[0-9a-f]{32}$/),
      expiresIn: '2592000',
      tokenType: 'Bearer',
      refreshToken: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const me = await dam.ask('GET', '/api/v1/user', { headers: { authorization: `Bearer ${body.accessToken}` } })
    expect(me.body).toMatchObject({ userId: 'bob@descant.test' })
  })

  test('is good for an hour', async ({ dam }) => {
    const bob = await dam.person('bob')
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const [one, two] = [await allow(dam, bob, app), await allow(dam, bob, app)]
    dam.advance({ minutes: 59 })
    expect((await exchange(dam, app, one)).status).toBe(200)
    dam.advance({ minutes: 2 })
    expect(await exchange(dam, app, two)).toMatchObject(expiredCode)
  })

  test('used a second time gives nothing, and takes back what the first gave', async ({ dam }) => {
    const bob = await dam.person('bob')
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const code = await allow(dam, bob, app)
    const { body: first } = await exchange(dam, app, code)
    expect(await statusWith(dam, first.accessToken)).toBe(200)

    expect(await exchange(dam, app, code)).toMatchObject(expiredCode)
    expect(await statusWith(dam, first.accessToken)).toBe(401)
    expect(await refresh(dam, app, first.refreshToken ?? '')).toMatchObject(badRefreshToken)
  })

  test('brought by many at once gives at most one of them tokens, and those are dead', async ({ dam }) => {
    const bob = await dam.person('bob')
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const code = await allow(dam, bob, app)
    const answers = await Promise.all(Array.from({ length: 8 }, () => exchange(dam, app, code)))
    const good = answers.filter(({ status }) => status === 200)
    expect(good).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(7)
    expect(await statusWith(dam, good[0]?.body.accessToken ?? '')).toBe(401)
  })

  test('is bound to its app, and another app trying it does not spoil it', async ({ dam }) => {
    const bob = await dam.person('bob')
    const ada = await dam.person('ada', { role: 'admin' })
    const app = await registerApp(dam, ada)
    const other = await registerApp(dam, ada, { name: 'Other' })
    const code = await allow(dam, bob, app)
    expect(await exchange(dam, other, code)).toMatchObject(expiredCode)
    expect((await exchange(dam, app, code)).status).toBe(200)
  })

  test('is bound to its redirect URI, also when the registered one has changed since', async ({ dam }) => {
    const bob = await dam.person('bob')
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const code = await allow(dam, bob, app)
    const wrong = { status: 400, body: { error: 'invalid_request', error_description: 'Wrong redirect_uri value' } }
    expect(await exchange(dam, app, code, { redirect_uri: 'https://printshop.example/back/' })).toMatchObject(wrong)

    const moved = { account: dam.account, appId: app.key.appId, redirectUri: 'https://printshop.example/new' }
    await updateApiKey(dam.adapters, moved)
    expect(await exchange(dam, app, code)).toMatchObject(wrong)
    await updateApiKey(dam.adapters, { ...moved, redirectUri: app.key.redirectUri })
    expect((await exchange(dam, app, code, { redirect_uri: app.key.redirectUri })).status).toBe(200)
  })

  test('that nobody gave is expired', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    expect(await exchange(dam, app, 'f'.repeat(32))).toMatchObject(expiredCode)
    expect(await askToken(dam, app, { grant_type: 'authorization_code' })).toMatchObject(expiredCode)
  })

  test('is worth nothing once its user is suspended or has a new password', async ({ dam }) => {
    const [bob, cleo] = [await dam.person('bob'), await dam.person('cleo')]
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const [bobs, cleos] = [await allow(dam, bob, app), await allow(dam, cleo, app)]
    await suspendUser({ library: dam.library }, bob.user.id)
    await changePassword(
      { ...dam.adapters, library: dam.library },
      { userId: cleo.user.id, password: 'another long one' },
    )
    expect(await exchange(dam, app, bobs)).toMatchObject(expiredCode)
    expect(await exchange(dam, app, cleos)).toMatchObject(expiredCode)
  })
})

describe('the token call', () => {
  test('takes its parameters from a form, from the query, or from both, and empty ones count as absent', async ({
    dam,
  }) => {
    const bob = await dam.person('bob')
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const all = async () => ({
      app_id: app.id,
      app_secret: app.secret,
      grant_type: 'authorization_code',
      code: await allow(dam, bob, app),
      redirect_uri: '',
      code_verifier: '',
      state: '',
    })
    const ask = (query: Record<string, string>, body?: unknown) =>
      dam.ask('POST', `/oauth/api/oauth2/token?${new URLSearchParams(query)}`, body === undefined ? {} : { body })

    expect((await ask({}, new URLSearchParams(await all()))).status).toBe(200)
    expect((await ask(await all())).status).toBe(200)
    expect((await ask({}, await all())).status).toBe(200)
    const { app_secret, ...rest } = await all()
    expect((await ask({ ...rest, app_secret: '' }, new URLSearchParams({ app_secret, code: '' }))).status).toBe(200)
  })

  test('takes values with the space in front that the published examples have', async ({ dam }) => {
    const bob = await dam.person('bob')
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const code = await allow(dam, bob, app)
    const { status } = await askToken(dam, app, {
      app_secret: ` ${app.secret}`,
      grant_type: ' authorization_code',
      code: ` ${code}`,
    })
    expect(status).toBe(200)
  })

  test('names the parameter that is wrong', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const good = { grant_type: 'authorization_code', code: 'x' }
    const bad: [Record<string, string>, string][] = [
      [{ ...good, app_id: '' }, 'app_id'],
      [{ ...good, app_id: 'f'.repeat(32) }, 'app_id'],
      [{ ...good, app_secret: '' }, 'app_secret'],
      [{ ...good, app_secret: app.secret.toUpperCase() }, 'app_secret'],
      [{ ...good, grant_type: 'password' }, 'grant_type'],
      [{ ...good, grant_type: '' }, 'grant_type'],
      [{ ...good, redirect_uri: 'https://evil.example' }, 'redirect_uri'],
      [{ ...good, grant_type: 'refresh_token', redirect_uri: 'https://evil.example' }, 'redirect_uri'],
    ]
    for (const [parameters, name] of bad) {
      expect(await askToken(dam, app, parameters)).toMatchObject({
        status: 400,
        body: { error: 'invalid_request', error_description: `Wrong ${name} value` },
      })
    }
  })

  test('refuses bodies it can’t read in OAuth’s words', async ({ dam }) => {
    const ask = (body: string | URLSearchParams, type?: string) =>
      dam.ask<OAuthErrorBody>('POST', '/oauth/api/oauth2/token', {
        body,
        headers: type ? { 'content-type': type } : {},
      })
    const cases = [
      [await ask('{"app_id":', 'application/json'), 400],
      [await ask('["x"]', 'application/json'), 400],
      [await ask('null', 'application/json'), 400],
      [await ask('{"app_id":{"x":1}}', 'application/json'), 400],
      [await ask('app_id=1&app_id=2', 'application/x-www-form-urlencoded'), 400],
      [await ask('hello', 'text/plain'), 415],
      [await ask('<x/>', 'application/xml'), 415],
      [await ask(`x=${'y'.repeat(11_000_000)}`, 'application/x-www-form-urlencoded'), 413],
    ] as const
    for (const [{ status, headers, body }, expected] of cases) {
      expect(status).toBe(expected)
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(body).toEqual({ error: 'invalid_request', error_description: expect.any(String) })
    }
  })

  test('unknown addresses under /oauth are 404 in OAuth’s words', async ({ dam }) => {
    for (const [method, path] of [
      ['GET', '/oauth/api/oauth2/token'],
      ['POST', '/oauth/api/oauth2/introspect'],
      ['GET', '/oauth/'],
    ] as const) {
      expect(await dam.ask(method, path)).toMatchObject({ status: 404, body: { error: 'not_found' } })
    }
  })

  test('knows no app of another account on this account’s host', async ({ dam }) => {
    const bob = await dam.person('bob')
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const code = await allow(dam, bob, app)
    await dam.addAccount('other.example')
    const here = { 'x-forwarded-host': 'other.example' }
    const asked = { grant_type: 'authorization_code', code }
    expect(await askToken(dam, app, asked, here)).toMatchObject({
      status: 400,
      body: { error_description: 'Wrong app_id value' },
    })
    expect((await askToken(dam, app, asked, { 'x-forwarded-host': 'oauth.example' })).status).toBe(200)
  })
})

describe('an access token', () => {
  test('is good for thirty days', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const { accessToken } = await connect(dam, await dam.person('bob'), app)
    dam.advance({ days: 29, hours: 23 })
    expect(await statusWith(dam, accessToken)).toBe(200)
    dam.advance({ hours: 2 })
    expect(await statusWith(dam, accessToken)).toBe(401)
  })

  test('of another account is unknown, and its host says no more than for one that nobody gave', async ({ dam }) => {
    const other = await dam.addAccount('other.example')
    const eve = await dam.person('eve', { of: other })
    const at = (host: string) =>
      dam.ask('GET', '/api/v1/user', { headers: { authorization: `Bearer ${eve.token}`, 'x-forwarded-host': host } })
    expect((await at('other.example')).status).toBe(200)
    const [here, nobodys] = [
      await at('localhost'),
      await dam.ask('GET', '/api/v1/user', {
        headers: { authorization: 'Bearer x', 'x-forwarded-host': 'localhost' },
      }),
    ]
    expect([here.status, here.body]).toEqual([401, nobodys.body])
    expect((await at('nowhere.example')).status).toBe(404)
  })

  test('ends at once when the API key is revoked, the user suspended, or the password changed', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const [bob, cleo] = [await dam.person('bob'), await dam.person('cleo')]
    const [app, other] = [await registerApp(dam, ada), await registerApp(dam, ada, { name: 'Other' })]
    const [ofBob, ofCleo, ofOther] = [
      await connect(dam, bob, app),
      await connect(dam, cleo, app),
      await connect(dam, ada, other),
    ]

    await suspendUser({ library: dam.library }, bob.user.id)
    expect(await statusWith(dam, ofBob.accessToken)).toBe(401)
    expect(await refresh(dam, app, ofBob.refreshToken)).toMatchObject(badRefreshToken)
    await reinstateUser({ library: dam.library }, bob.user.id)
    expect(await statusWith(dam, ofBob.accessToken)).toBe(401)
    expect(await refresh(dam, app, ofBob.refreshToken)).toMatchObject(badRefreshToken)

    expect(await statusWith(dam, ofCleo.accessToken)).toBe(200)
    await changePassword(
      { ...dam.adapters, library: dam.library },
      { userId: cleo.user.id, password: 'another long one' },
    )
    expect(await statusWith(dam, ofCleo.accessToken)).toBe(401)
    expect(await refresh(dam, app, ofCleo.refreshToken)).toMatchObject(badRefreshToken)

    await revokeApiKey(dam.adapters, { account: dam.account, appId: other.key.appId })
    expect(await statusWith(dam, ofOther.accessToken)).toBe(401)
    expect(await refresh(dam, other, ofOther.refreshToken)).toMatchObject({
      status: 400,
      body: { error_description: 'Wrong app_id value' },
    })
  })

  test('a refresh token is none', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const { refreshToken } = await connect(dam, await dam.person('bob'), app)
    expect(await statusWith(dam, refreshToken)).toBe(401)
  })
})

describe('a refresh', () => {
  test('gives a new pair, and the old token lives until one of the new is used', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const bob = await dam.person('bob')
    for (const firstUse of ['access', 'refresh'] as const) {
      const old = await connect(dam, bob, app)
      expect((await refresh(dam, app, old.refreshToken)).status).toBe(200) // an answer that got lost
      const { body: pair } = await refresh(dam, app, old.refreshToken)
      expect(pair.expiresIn).toBe('2592000')
      expect(new Set([pair.accessToken, pair.refreshToken, old.accessToken, old.refreshToken]).size).toBe(4)

      let latest = pair
      if (firstUse === 'access') expect(await statusWith(dam, pair.accessToken)).toBe(200)
      else latest = (await refresh(dam, app, pair.refreshToken ?? '')).body
      expect(await statusWith(dam, latest.accessToken)).toBe(200)

      expect(await refresh(dam, app, old.refreshToken)).toMatchObject(badRefreshToken)
      expect(await statusWith(dam, latest.accessToken)).toBe(401) // the whole family is gone
      expect(await refresh(dam, app, latest.refreshToken ?? '')).toMatchObject(badRefreshToken)
    }
  })

  test('made by two at once serves both', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const old = await connect(dam, await dam.person('bob'), app)
    const pairs = await Promise.all([1, 2, 3, 4].map(() => refresh(dam, app, old.refreshToken)))
    expect(pairs.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const uses = await Promise.all(pairs.map(({ body }) => statusWith(dam, body.accessToken)))
    expect(uses).toEqual([200, 200, 200, 200])
    const next = await Promise.all(pairs.map(({ body }) => refresh(dam, app, body.refreshToken ?? '')))
    expect(next.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })

  test('revoking one family leaves the others of the same user', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const bob = await dam.person('bob')
    const [one, two] = [await connect(dam, bob, app), await connect(dam, bob, app)]
    const { body: pair } = await refresh(dam, app, one.refreshToken)
    await statusWith(dam, pair.accessToken)
    expect(await refresh(dam, app, one.refreshToken)).toMatchObject(badRefreshToken)
    expect(await statusWith(dam, two.accessToken)).toBe(200)
  })

  test('works for a year, and for the app it was given to', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    const [app, other] = [await registerApp(dam, ada), await registerApp(dam, ada, { name: 'Other' })]
    const { refreshToken } = await connect(dam, ada, app)
    expect(await refresh(dam, other, refreshToken)).toMatchObject(badRefreshToken)
    dam.advance({ days: 364 })
    expect((await refresh(dam, app, refreshToken)).status).toBe(200)
    dam.advance({ days: 2 })
    expect(await refresh(dam, app, refreshToken)).toMatchObject(badRefreshToken)
  })

  test('with a token that nobody gave, or none, is refused', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    expect(await refresh(dam, app, 'f'.repeat(64))).toMatchObject(badRefreshToken)
    expect(await askToken(dam, app, { grant_type: 'refresh_token' })).toMatchObject(badRefreshToken)
    const { accessToken } = await connect(dam, await dam.person('bob'), app)
    expect(await refresh(dam, app, accessToken)).toMatchObject(badRefreshToken)
  })

  test('writes once for a token’s first use and never again', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const old = await connect(dam, await dam.person('bob'), app)
    const { body: pair } = await refresh(dam, app, old.refreshToken)
    const tokenOf = (secret: string) => dam.adapters.control.read.grants.findToken(dam.adapters.secrets.digest(secret))
    await statusWith(dam, old.accessToken)
    expect((await tokenOf(old.accessToken))?.firstUsedAt).toBeNull() // it replaced nothing

    await statusWith(dam, pair.accessToken)
    const used = await tokenOf(pair.accessToken)
    expect(used?.firstUsedAt).not.toBeNull()
    dam.advance({ hours: 1 })
    await statusWith(dam, pair.accessToken)
    expect(await tokenOf(pair.accessToken)).toEqual(used)
  })
})

describe('tenant', () => {
  test('gives the bare host name for a living refresh token, and asking uses nothing up', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const old = await connect(dam, await dam.person('bob'), app)
    const { body: pair } = await refresh(dam, app, old.refreshToken)
    const ask = (token: string | undefined, headers = {}) =>
      dam.ask('GET', `/oauth/api/oauth2/tenant/${token}`, { headers })

    const answer = await ask(pair.refreshToken)
    expect([answer.status, answer.body]).toEqual([200, 'localhost'])
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect((await ask(old.refreshToken)).status).toBe(200)

    await statusWith(dam, pair.accessToken)
    expect(await ask(old.refreshToken)).toMatchObject(badRefreshToken)
    expect(await statusWith(dam, pair.accessToken)).toBe(200)
    expect(await ask(pair.accessToken)).toMatchObject(badRefreshToken)
    expect(await ask('f'.repeat(64))).toMatchObject(badRefreshToken)

    await dam.addAccount('other.example')
    expect(await ask(pair.refreshToken, { 'x-forwarded-host': 'other.example' })).toMatchObject(badRefreshToken)
    expect((await ask(pair.refreshToken, { 'x-forwarded-host': 'oauth.example' })).body).toBe('localhost')
  })
})

describe('client credentials', () => {
  test('are off until the API key allows them', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const refused = await askToken<OAuthErrorBody>(dam, app, { grant_type: 'client_credentials' })
    expect([refused.status, refused.body.error]).toEqual([400, 'invalid_request'])
    expect(refused.body.error_description).toContain('Wrong grant_type value')
  })

  test('give a token of the administrator who made the key, and no refresh token', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }), { clientCredentials: true })
    const { status, body } = await askToken(dam, app, { grant_type: 'client_credentials' })
    expect(status).toBe(200)
    expect(body).toEqual({ accessToken: expect.any(String), expiresIn: '2592000', tokenType: 'Bearer' })
    const me = await dam.ask('GET', '/api/v1/user', { headers: { authorization: `Bearer ${body.accessToken}` } })
    expect(me.body).toMatchObject({ userId: 'ada@descant.test', permissions: expect.arrayContaining(['manageUsers']) })
  })

  test('may name another user and a lower role, never a higher one', async ({ dam }) => {
    await dam.person('bob')
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }), { clientCredentials: true })
    const asked = async (more: Record<string, string>) => {
      const { body } = await askToken(dam, app, { grant_type: 'client_credentials', ...more })
      const me = await dam.ask<{ userId: string; permissions: string[] }>('GET', '/api/v1/user', {
        headers: { authorization: `Bearer ${body.accessToken}` },
      })
      return [me.body.userId, me.body.permissions.length]
    }
    expect(await asked({ scope: 'consumer' })).toEqual(['ada@descant.test', 1])
    expect(await asked({ scope: 'contributor', user_id: 'Bob@descant.test' })).toEqual(['bob@descant.test', 6])
    expect(await asked({ scope: 'admin', user_id: 'bob@descant.test' })).toEqual(['bob@descant.test', 6])

    for (const [more, name] of [
      [{ scope: 'owner' }, 'scope'],
      [{ user_id: 'nobody@descant.test' }, 'user_id'],
    ] as const) {
      const refused = await askToken<OAuthErrorBody>(dam, app, { grant_type: 'client_credentials', ...more })
      expect([refused.status, refused.body.error_description]).toEqual([
        400,
        expect.stringContaining(`Wrong ${name} value`),
      ])
    }
  })

  test('end with the user they act as', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    await dam.person('zoe', { role: 'admin' })
    const app = await registerApp(dam, ada, { clientCredentials: true })
    const { body } = await askToken(dam, app, { grant_type: 'client_credentials' })
    await suspendUser({ library: dam.library }, ada.user.id)
    expect(await statusWith(dam, body.accessToken)).toBe(401)
    expect((await askToken(dam, app, { grant_type: 'client_credentials' })).status).toBe(400)
    expect((await askToken(dam, app, { grant_type: 'client_credentials', user_id: 'zoe@descant.test' })).status).toBe(
      200,
    )
  })
})

describe('the compatible spelling', () => {
  test('takes client_id and client_secret as well, and answers in snake case', async ({ dam }) => {
    const bob = await dam.person('bob')
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }), { clientCredentials: true })
    const ask = <Body>(fields: Record<string, string>) =>
      dam.ask<Body>('POST', '/oauth/api/oauth2/compatible/token', { body: new URLSearchParams(fields) })
    const proof = { client_id: app.id, client_secret: app.secret }

    const code = await allow(dam, bob, app)
    const { status, body } = await ask<CompatibleTokenAnswer>({ ...proof, grant_type: 'authorization_code', code })
    expect(status).toBe(200)
    expect(body).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{32}$/),
      expires_in: 2_592_000,
      token_type: 'Bearer',
      refresh_token: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const own = { app_id: app.id, app_secret: app.secret }
    expect((await ask({ ...own, grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' })).status).toBe(
      200,
    )
    const direct = await ask<CompatibleTokenAnswer>({ ...proof, grant_type: 'client_credentials' })
    expect(Object.keys(direct.body).sort()).toEqual(['access_token', 'expires_in', 'token_type'])
    expect(await ask({ ...proof, client_secret: 'x', grant_type: 'client_credentials' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request', error_description: 'Wrong client_secret value' },
    })
  })

  test('has the same pages', async ({ dam }) => {
    const app = await registerApp(dam, await dam.person('ada', { role: 'admin' }))
    const path = '/oauth/api/oauth2/compatible/authorize?response_type=code'
    expect(await dam.ask('GET', path)).toMatchObject({
      status: 400,
      body: { error_description: 'Wrong client_id value' },
    })
    const page = await dam.ask<string>('GET', `${path}&client_id=${app.id}&state=s`)
    expect(page.body).toContain(`action="/oauth/api/oauth2/compatible/authorize/sign-in?`)
  })
})

test('pages of any origin may ask, without cookies and without a token for the question', async ({ dam }) => {
  for (const path of [
    '/oauth/api/oauth2/token',
    '/oauth/nothing',
    '/api/v1/user',
    '/api/nothing',
    '/api_binary/v1/x',
  ]) {
    const { status, headers } = await dam.ask('OPTIONS', path, {
      headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
    })
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-headers')).toMatch(/Authorization, Content-Type/)
    expect(headers.get('access-control-allow-methods')).toContain('DELETE')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  }
  const refused = await dam.ask('GET', '/api/v1/user', { headers: { origin: 'https://app.example' } })
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, '*'])
  expect((await dam.ask('GET', '/web/v1/session')).headers.get('access-control-allow-origin')).toBeNull()
})
