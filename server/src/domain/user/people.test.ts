import { describe, expect } from 'vitest'
import { test } from '../../../test/harness/dam.ts'
import { createAccount } from '../account/create-account.ts'
import { forgetExpired } from '../oauth/forget-expired.ts'
import { openSession } from '../oauth/open-session.ts'
import { issueSessionToken } from '../oauth/session-token.ts'
import { signIn } from '../oauth/sign-in.ts'
import { changePassword } from './change-password.ts'
import { createUser } from './create-user.ts'
import { suspendUser } from './suspend-user.ts'

const lena = { email: ' Lena@Descant.test ', firstName: 'Lena', lastName: ' Lied ', role: 'contributor' } as const

describe('a user', () => {
  test('is kept by an address in lower case, which only one may have', async ({ dam }) => {
    const deps = { ...dam.adapters, library: dam.library }
    const user = await createUser(deps, { ...lena, password: 'pässword' })
    expect(user).toMatchObject({ email: 'lena@descant.test', lastName: 'Lied', suspended: false })
    await expect(createUser(deps, { ...lena, password: 'x' })).rejects.toMatchObject({ code: 'user-exists' })
    expect(user.passwordHash).toContain('$argon2id$')
  })

  test('signs in with the same password however it is composed', async ({ dam }) => {
    const deps = { ...dam.adapters, library: dam.library }
    await createUser(deps, { ...lena, password: 'pa\u0308ssword' })
    const asked = { account: dam.account, email: 'LENA@descant.test', address: 'here' }
    expect((await signIn(dam.adapters, { ...asked, password: 'p\u00e4ssword' })).firstName).toBe('Lena')
  })

  test('needs an address, names of one line and a password', async ({ dam }) => {
    const deps = { ...dam.adapters, library: dam.library }
    for (const wrong of [
      { email: 'lena' },
      { email: 'a b@c' },
      { email: '@c' },
      { firstName: 'a\nb' },
      { lastName: 'x'.repeat(101) },
      { password: '' },
      { password: 'x'.repeat(1001) },
    ]) {
      await expect(createUser(deps, { ...lena, password: 'x', ...wrong })).rejects.toMatchObject({ refusal: 'invalid' })
    }
    expect(await dam.library.read.users.all()).toEqual([])
  })

  test('chooses a password of eight characters at least', async ({ dam }) => {
    const deps = { ...dam.adapters, library: dam.library }
    const user = await createUser(deps, { ...lena, password: 'x' })
    await expect(changePassword(deps, { userId: user.id, password: '1234567' })).rejects.toThrow('at least 8')
    const changed = await changePassword(deps, { userId: user.id, password: '12345678' })
    expect(changed.credentialsVersion).toBe(user.credentialsVersion + 1)
  })

  test('who is the last administrator can’t be suspended', async ({ dam }) => {
    const ada = await dam.person('ada', { role: 'admin' })
    await expect(suspendUser({ library: dam.library }, ada.user.id)).rejects.toMatchObject({ refusal: 'invalid' })
    await dam.person('zoe', { role: 'admin' })
    expect((await suspendUser({ library: dam.library }, ada.user.id)).suspended).toBe(true)
  })

  test('who does not exist takes as long to refuse as a wrong password', async ({ dam }) => {
    const mara = await dam.person('mara')
    let turn = 0
    const timed = async (email: string) => {
      const start = performance.now()
      const asked = { account: dam.account, email, password: 'guess', address: `from ${turn++}` }
      await expect(signIn(dam.adapters, asked)).rejects.toMatchObject({ code: 'unauthenticated' })
      return performance.now() - start
    }
    await timed('warm@descant.test')
    const fastest = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY }
    for (let i = 0; i < 8; i++) {
      fastest.known = Math.min(fastest.known, await timed(mara.user.email))
      fastest.unknown = Math.min(fastest.unknown, await timed(`nobody${i}@descant.test`))
    }
    // without the work it would be a hundredth; the rest is left to what else the machine does
    expect(fastest.unknown).toBeGreaterThan(fastest.known / 4)
  })
})

describe('an account', () => {
  test('has a host name of its own, in lower case', async ({ dam }) => {
    const made = await createAccount(dam.adapters, { host: ' ACME.dam.example ', name: 'Acme' })
    expect(made).toMatchObject({ host: 'acme.dam.example', name: 'Acme', publicUrl: null })
    await expect(createAccount(dam.adapters, { host: 'acme.dam.example', name: 'X' })).rejects.toMatchObject({
      code: 'host-in-use',
    })
    for (const host of ['', 'acme dam', 'acme:80', 'https://acme.example']) {
      await expect(createAccount(dam.adapters, { host, name: 'X' })).rejects.toMatchObject({ refusal: 'invalid' })
    }
    await expect(createAccount(dam.adapters, { host: 'b.example', name: ' ' })).rejects.toMatchObject({
      refusal: 'invalid',
    })
  })
})

test('what has expired is cleared away, and what has not stays', async ({ dam }) => {
  const mara = await dam.person('mara')
  const { adapters, account } = dam
  const { secret, session } = await openSession(adapters, { account, user: mara.user })
  const issued = await issueSessionToken(adapters, session)
  const { grants, sessions } = adapters.control.read
  const digest = adapters.secrets.digest(issued?.accessToken ?? '')

  dam.advance({ minutes: 29 })
  await forgetExpired(adapters)
  expect(await grants.findToken(digest)).toBeDefined()
  dam.advance({ days: 1 })
  await forgetExpired(adapters)
  expect(await grants.findToken(digest)).toBeUndefined()
  expect(await sessions.find(adapters.secrets.digest(secret))).toBeDefined()
  dam.advance({ days: 14 })
  await forgetExpired(adapters)
  expect(await sessions.find(adapters.secrets.digest(secret))).toBeUndefined()
})
