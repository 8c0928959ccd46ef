import type { RateLimitSettings } from '@descant/contract'
import { describe, expect } from 'vitest'
import { test as plain } from '../../../../test/harness/dam.ts'
import type { Person } from '../../../../test/harness/person.ts'

const test = plain.override({ damOptions: { env: { DESCANT_RATE_LIMITS: 'on' } } })
const path = '/web/v1/rate-limits'
const limitFor = async (person: Person, of: string) => (await person.get(of)).headers.get('ratelimit-limit')

test('an account has the published numbers, times what it says, or its own for one method', async ({ dam }) => {
  const [ada, mara] = [await dam.person('ada', { role: 'admin' }), await dam.person('mara')]
  const limits = async () => [await limitFor(mara, '/api/v1/user'), await limitFor(mara, '/api/v1/search')]
  expect(await limits()).toEqual(['1000', '200'])

  const { body } = await ada.put<RateLimitSettings>(path, { body: { factor: 2, perMinute: { '#18': 3 } } })
  expect(body).toMatchObject({ on: true, factor: 2, counted: true })
  expect(body.methods.find(({ method }) => method === '#18')).toMatchObject({ usual: 200, own: 3 })
  expect(await limits()).toEqual(['2000', '3'])

  await mara.get('/api/v1/search')
  expect((await mara.get('/api/v1/search')).status).toBe(429)
  await ada.put(path, { body: { perMinute: {} } })
  expect((await mara.get('/api/v1/search')).status).toBe(200)
  expect((await ada.get<RateLimitSettings>(path)).body).toMatchObject({ factor: 2 })
})

test('switched off, nothing is counted; strangers are, all the same', async ({ dam }) => {
  const [ada, mara] = [await dam.person('ada', { role: 'admin' }), await dam.person('mara')]

  await ada.put(path, { body: { on: false } })

  expect(await limitFor(mara, '/api/v1/user')).toBeNull()
  const stranger = await dam.ask('GET', '/api/v1/user')
  expect(stranger.headers.get('ratelimit-limit')).toBe('1000')
  await ada.put(path, { body: { on: true } })
  expect(await limitFor(mara, '/api/v1/user')).toBe('1000')
})

test('one account says nothing about another', async ({ dam }) => {
  const ada = await dam.person('ada', { role: 'admin', of: await dam.addAccount('one.example') })
  const eve = await dam.person('eve', { of: await dam.addAccount('other.example') })

  await ada.put(path, { body: { factor: 0.5 } })

  expect([await limitFor(ada, '/api/v1/user'), await limitFor(eve, '/api/v1/user')]).toEqual(['500', '1000'])
})

test('every method of the document is there, in its order, and none of the guards', async ({ dam }) => {
  const ada = await dam.person('ada', { role: 'admin' })
  const { methods } = (await ada.get<RateLimitSettings>(path)).body

  const numbers = methods.map(({ method }) => method)
  expect(numbers.slice(0, 3)).toEqual(['#1', '#2', '#3'])
  expect(numbers).toEqual(expect.arrayContaining(['#4', '#22', '#43a', '#44', '#changes']))
  expect(numbers.some((method) => method.startsWith('#share'))).toBe(false)
})

test('administrators decide, and only what makes sense', async ({ dam }) => {
  const [ada, mara] = [await dam.person('ada', { role: 'admin' }), await dam.person('mara')]

  expect([(await mara.get(path)).status, (await mara.put(path, { body: { on: false } })).status]).toEqual([403, 403])
  expect((await dam.ask('GET', path)).status).toBe(401)
  for (const body of [
    { factor: 0 },
    { factor: 1e9 },
    { perMinute: { '#3': 0 } },
    { perMinute: { '#3': 1.5 } },
    { perMinute: { '#99': 5 } },
    { perMinute: { '#share': 5 } },
    { perMinute: [] },
  ]) {
    expect([body, (await ada.put(path, { body })).status]).toEqual([body, 400])
  }
  expect((await ada.get<RateLimitSettings>(path)).body).toMatchObject({ on: true, factor: 1 })
})

describe('where the operator has switched limits off', () => {
  const off = plain.override({ damOptions: { env: { DESCANT_RATE_LIMITS: 'off' } } })

  off('no account switches them on', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    await ada.put(path, { body: { on: true, perMinute: { '#2': 1 } } })

    for (let n = 0; n < 3; n++) expect((await ada.get('/api/v1/user')).status).toBe(200)
    expect(await limitFor(ada, '/api/v1/user')).toBeNull()
    expect((await ada.get<RateLimitSettings>(path)).body.counted).toBe(false)
  })
})
