import type { ErrorBody, Session } from '@descant/contract'
import { describe, expect } from 'vitest'
import { test } from '../../../../test/harness/dam.ts'
import type { Answer } from '../../../../test/harness/http-client.ts'
import { changePassword } from '../../../domain/user/change-password.ts'

const path = '/web/v1/session'
const cookieOf = ({ headers }: Answer): string => headers.get('set-cookie')?.split(';')[0] ?? ''

describe('signing in to the web application', () => {
  test('gives who it is, a token for the API, and a strict cookie that scripts can’t read', async ({ dam }) => {
    const mara = await dam.person('mara')
    const answer = await dam.ask<Session>('POST', path, { body: { email: mara.user.email, password: mara.password } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('set-cookie')).toMatch(
      /^descant_session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=1209600$/,
    )
    expect(answer.body).toMatchObject({ role: 'contributor', expiresIn: 1800, account: { host: 'localhost' } })
    expect(answer.body.user.userId).toBe('mara@descant.test')
    const authorization = `Bearer ${answer.body.accessToken}`
    expect((await dam.ask('GET', '/api/v1/user', { headers: { authorization } })).status).toBe(200)

    dam.advance({ minutes: 31 })
    expect((await dam.ask('GET', '/api/v1/user', { headers: { authorization } })).status).toBe(401)
    const again = await dam.ask<Session>('GET', path, { headers: { cookie: cookieOf(answer) } })
    expect(again.status).toBe(200)
    expect(again.body.accessToken).not.toBe(answer.body.accessToken)
  })

  test('over HTTPS gives a cookie that goes over HTTPS alone', async ({ dam }) => {
    const mara = await dam.person('mara')
    const answer = await dam.ask('POST', path, {
      body: { email: mara.user.email, password: mara.password },
      headers: { 'x-forwarded-proto': 'https' },
    })
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-descant_session=.*; Secure$/)
  })

  test('says the same of a wrong password and of nobody', async ({ dam }) => {
    const mara = await dam.person('mara')
    const ask = (email: string, password: string) => dam.ask<ErrorBody>('POST', path, { body: { email, password } })
    const wrong = await ask(mara.user.email, 'guess')
    const nobody = await ask('nobody@descant.test', 'guess')
    expect([wrong.status, wrong.body]).toEqual([401, nobody.body])
    expect(wrong.headers.get('set-cookie')).toBeNull()
    expect((await ask(mara.user.email, 'x'.repeat(100_000))).status).toBe(401)
    await dam.library.transaction(({ users }) => users.update({ ...mara.user, passwordHash: null }))
    expect((await ask(mara.user.email, mara.password)).status).toBe(401)
  })

  test('takes JSON from our own pages, and nothing else', async ({ dam }) => {
    const mara = await dam.person('mara')
    const body = JSON.stringify({ email: mara.user.email, password: mara.password })
    const ask = (headers: Record<string, string>, sent: string | URLSearchParams = body) =>
      dam.ask('POST', path, { body: sent, headers })
    const json = { 'content-type': 'application/json' }
    expect((await ask({ 'content-type': 'text/plain' })).status).toBe(415)
    expect((await ask({}, new URLSearchParams({ email: mara.user.email, password: mara.password }))).status).toBe(415)
    expect((await ask({ ...json, origin: 'https://evil.example' })).status).toBe(403)
    expect((await ask({ ...json, origin: 'null' })).status).toBe(403)
    expect((await ask(json, '{}')).status).toBe(400)
    expect((await ask({ ...json, origin: dam.origin })).status).toBe(200)
  })

  test('guesses from many sides at once are still counted', async ({ dam }) => {
    const mara = await dam.person('mara')
    const guess = (address: string) =>
      dam.ask('POST', path, {
        body: { email: mara.user.email, password: 'guess' },
        headers: { 'x-forwarded-for': address },
      })
    const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => guess(`198.51.100.${i}`)))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20)
    const right = await dam.ask<ErrorBody>('POST', path, { body: { email: mara.user.email, password: mara.password } })
    expect([right.status, right.headers.get('retry-after')]).toEqual([429, '900'])
  })

  test('an address that guesses at everybody is stopped at fifty, and others are not', async ({ dam }) => {
    const mara = await dam.person('mara')
    const ask = (email: string, password: string, address: string) =>
      dam.ask('POST', path, { body: { email, password }, headers: { 'x-forwarded-for': address } })
    const guesses = await Promise.all(
      Array.from({ length: 60 }, (_, i) => ask(`user${i}@descant.test`, 'guess', `2001:db8:1:2::${i}`)),
    )
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(50)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(10)
    expect((await ask(mara.user.email, mara.password, '2001:db8:1:2:ffff::1')).status).toBe(429)
    expect((await ask(mara.user.email, mara.password, '2001:db8:1:3::1')).status).toBe(200)
  })

  test('a success clears the user’s failures', async ({ dam }) => {
    const mara = await dam.person('mara')
    const ask = async (password: string) =>
      (await dam.ask('POST', path, { body: { email: mara.user.email, password } })).status
    for (let round = 0; round < 2; round++) {
      for (let guess = 0; guess < 9; guess++) expect(await ask('guess')).toBe(401)
      expect(await ask(mara.password)).toBe(200)
    }
  })
})

describe('a signed-in browser', () => {
  test('stays so for fourteen days from when it was last seen', async ({ dam }) => {
    const mara = await dam.person('mara')
    const cookie = cookieOf(await dam.ask('POST', path, { body: { email: mara.user.email, password: mara.password } }))
    const seen = () => dam.ask('GET', path, { headers: { cookie } })
    expect((await seen()).headers.get('set-cookie')).toBeNull()
    for (let week = 0; week < 4; week++) {
      dam.advance({ days: 13 })
      const answer = await seen()
      expect([answer.status, cookieOf(answer)]).toEqual([200, cookie])
    }
    dam.advance({ days: 15 })
    expect((await seen()).status).toBe(401)
  })

  test('signs out with every token it was given', async ({ dam }) => {
    const mara = await dam.person('mara')
    const signedIn = await dam.ask<Session>('POST', path, { body: { email: mara.user.email, password: mara.password } })
    const cookie = cookieOf(signedIn)
    const other = await dam.ask<Session>('GET', path, { headers: { cookie } })
    const out = await dam.ask('DELETE', path, { headers: { cookie } })
    expect([out.status, out.headers.get('set-cookie')]).toEqual([
      204,
      'descant_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0',
    ])
    expect((await dam.ask('GET', path, { headers: { cookie } })).status).toBe(401)
    for (const { body } of [signedIn, other]) {
      const authorization = `Bearer ${body.accessToken}`
      expect((await dam.ask('GET', '/api/v1/user', { headers: { authorization } })).status).toBe(401)
    }
    expect((await mara.get('/api/v1/user')).status).toBe(200)
    expect((await dam.ask('DELETE', path)).status).toBe(204)
    expect((await dam.ask('DELETE', path, { headers: { cookie, origin: 'https://evil.example' } })).status).toBe(403)
  })

  test('is signed out by a new password, and means nothing on another account', async ({ dam }) => {
    const mara = await dam.person('mara')
    const cookie = cookieOf(await dam.ask('POST', path, { body: { email: mara.user.email, password: mara.password } }))
    await dam.addAccount('other.example')
    const at = (host: string) => dam.ask('GET', path, { headers: { cookie, 'x-forwarded-host': host } })
    expect((await at('localhost')).status).toBe(200)
    expect((await at('other.example')).status).toBe(401)
    expect((await at('nowhere.example')).status).toBe(404)
    await changePassword(
      { ...dam.adapters, library: dam.library },
      { userId: mara.user.id, password: 'another long one' },
    )
    expect((await at('localhost')).status).toBe(401)
  })
})
