import type { ErrorBody } from '@descant/contract'
import { pino } from 'pino'
import { describe, expect } from 'vitest'
import { test } from '../../../test/harness/dam.ts'
import { buildApp } from '../../app/build-app.ts'
import { serializeRequest } from './request-log.ts'

describe('a token', () => {
  test('is taken from the header, whatever the case of its scheme, or from the query', async ({ dam }) => {
    const { token } = await dam.person('mara')
    const ask = (headers: Record<string, string>, query = '') => dam.ask('GET', `/api/v1/user${query}`, { headers })
    for (const scheme of ['Bearer', 'bearer', 'BEARER', 'Bearer ']) {
      expect((await ask({ authorization: `${scheme} ${token}` })).status).toBe(200)
    }
    expect((await ask({}, `?access_token=${token}`)).status).toBe(200)
    expect((await ask({ authorization: 'Basic eDp5' }, `?access_token=${token}`)).status).toBe(200)
    expect((await ask({}, `?Authorization=Bearer%20${token}`)).status).toBe(401) // that is for /api_binary
  })

  test('that is missing or not good is 401 and says how to do better, before a word about the rest', async ({
    dam,
  }) => {
    const { token } = await dam.person('mara')
    const bad: Record<string, string>[] = [
      {},
      { authorization: '' },
      { authorization: 'Bearer' },
      { authorization: 'Bearer nonsense' },
      { authorization: `Basic ${token}` },
      { authorization: token },
      { authorization: `Bearer ${'x'.repeat(5000)}` },
      { cookie: `descant_session=${token}` },
    ]
    for (const headers of bad) {
      const refused = await dam.ask<ErrorBody>('GET', '/api/v1/user', { headers })
      expect(refused).toMatchObject({ status: 401, body: { code: 40100, message: expect.any(String) } })
      expect(refused.headers.get('www-authenticate')).toBe('Bearer')
    }
    const both = await dam.ask('POST', '/web/v1/api-keys', {
      body: '{"not json',
      headers: { 'content-type': 'application/json' },
    })
    expect(both.status).toBe(401)
  })

  test('whose user may not enter the main library is good, and 403', async ({ dam }) => {
    const mara = await dam.person('mara')
    await dam.library.transaction(({ users }) => users.update({ ...mara.user, mayAccessMainLibrary: false }))
    expect((await mara.get('/api/v1/user')).status).toBe(403)
  })

  test('says who it speaks for, and what that user may do', async ({ dam }) => {
    const mara = await dam.person('mara')
    expect((await mara.get('/api/v1/user')).body).toEqual({
      userId: 'mara@descant.test',
      name: 'Mara Tester',
      firstName: 'Mara',
      lastName: 'Tester',
      email: 'mara@descant.test',
      portalId: 'main',
      portalName: 'Main Library',
      permissions: ['download', 'upload', 'edit', 'organize', 'share', 'keywords'],
    })
    const cora = await dam.person('cora', { role: 'consumer' })
    expect((await cora.get('/api/v1/user')).body).toMatchObject({ permissions: ['download'] })
    expect((await mara.get('/api/p/press/v1/user')).status).toBe(404)
  })
})

describe('answers', () => {
  test('carry the headers that keep browsers out of trouble', async ({ dam }) => {
    const { headers } = await dam.ask('GET', '/api/v1/user')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('strict-transport-security')).toBeNull()
    const page = await dam.ask('GET', '/')
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
    const secure = await dam.ask('GET', '/', { headers: { 'x-forwarded-proto': 'https' } })
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=63072000')
  })
})

describe('rate limits', () => {
  const limited = test.override({ damOptions: { env: { DESCANT_RATE_LIMITS: 'on' } } })

  limited('a thousand calls a minute are served to each token, and the next is 429', async ({ dam }) => {
    const [mara, bob] = [await dam.person('mara'), await dam.person('bob')]
    const first = await mara.get('/api/v1/user')
    expect(first.headers.get('ratelimit-limit')).toBe('1000')
    expect(first.headers.get('ratelimit-remaining')).toBe('999')
    expect(Number(first.headers.get('ratelimit-reset'))).toBeGreaterThan(0)

    let served = 1
    while (served < 1000) {
      const answers = await Promise.all(Array.from({ length: 27 }, () => mara.get('/api/v1/user')))
      expect(answers.every(({ status }) => status === 200)).toBe(true)
      served += answers.length
    }
    expect(served).toBe(1000)
    const refused = await mara.get<ErrorBody>('/api/v1/user')
    expect(refused).toMatchObject({ status: 429, body: { code: 42900 } })
    expect(refused.headers.get('ratelimit-remaining')).toBe('0')
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)

    expect((await bob.get('/api/v1/user')).status).toBe(200)
    dam.advance({ seconds: 61 })
    expect((await mara.get('/api/v1/user')).status).toBe(200)
  })

  limited('calls without a good token count for the address', async ({ dam }) => {
    const from = (ip: string) =>
      dam.ask('GET', '/api/v1/user', { headers: { 'x-forwarded-for': ip, authorization: `Bearer ${Math.random()}` } })
    const remaining = async (ip: string) => Number((await from(ip)).headers.get('ratelimit-remaining'))
    expect([await remaining('198.51.100.1'), await remaining('198.51.100.1')]).toEqual([999, 998])
    expect(await remaining('198.51.100.2')).toBe(999)
    expect((await from('198.51.100.1')).status).toBe(401)
  })
})

test('rate limits can be switched off', async ({ dam }) => {
  const mara = await dam.person('mara')
  expect((await mara.get('/api/v1/user')).headers.get('ratelimit-limit')).toBeNull()
})

test('no line of the log has a token in it, whatever became of the request', async ({ dam }) => {
  const lines: string[] = []
  const settings = { publicUrl: null, rateLimits: true, maxUploadBytes: 1000, maxPixels: 1000, webFolder: null }
  const app = await buildApp(
    { ...dam.adapters, settings },
    {
      logger: pino(
        { level: 'trace', serializers: { req: serializeRequest } },
        { write: (line) => void lines.push(line) },
      ),
    },
  )
  const statuses = []
  for (const url of [
    '/api/v1/user?access_token=SECRET',
    '/api/v1/nothing?access_token=SECRET',
    '/api/v1/user%3Faccess_token=SECRET',
    '/api_binary/v1/nothing?Authorization=SECRET',
    '/nothing?access_token=SECRET',
    '/api/%zz?access_token=SECRET',
    '/oauth/nothing?access_token=SECRET',
    '/oauth/api/oauth2/tenant/SECRET',
    '/oauth/api/oauth2/authorize?state=SECRET',
  ]) {
    statuses.push((await app.inject(url)).statusCode)
  }
  await app.close()
  expect(statuses).toEqual([401, 404, 401, 404, 404, 400, 404, 401, 400])
  expect(lines).toHaveLength(statuses.length - 1) // the address that can't be read never became a request
  expect(lines.filter((line) => line.includes('SECRET'))).toEqual([])
})
