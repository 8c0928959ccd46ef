import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openSecrets } from './open-secrets.ts'
import { randomIds, toBase32hex } from './random-ids.ts'

const secrets = openSecrets(randomBytes(32))

describe('ids', () => {
  test('are base32hex of RFC 4648, lower case and without padding', () => {
    expect(toBase32hex(Buffer.from('foobar'))).toBe('cpnmuoj1e8')
    expect(toBase32hex(Buffer.from('foob'))).toBe('cpnmuog')
    expect(toBase32hex(new Uint8Array(16).fill(255))).toBe(`${'v'.repeat(25)}s`)
  })

  test('are 26 characters, and no two are alike', () => {
    const ids = Array.from({ length: 1000 }, () => randomIds.newId())
    expect(ids.every((id) => /^[0-9a-v]{26}$/.test(id))).toBe(true)
    expect(new Set(ids).size).toBe(1000)
  })

  test('in short use every letter and digit about equally often', () => {
    const drawn = randomIds.newShortId(36_000)
    const counts = new Map<string, number>()
    for (const character of drawn) counts.set(character, (counts.get(character) ?? 0) + 1)
    expect([...counts.keys()].sort().join('')).toBe('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    // a remainder of a byte would make some 14 % more frequent than others; six sigma here is 19 % of 1000
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(190)
  })

  test('in hex have two digits for each byte', () => {
    expect(randomIds.newHex(16)).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('the server’s key', () => {
  test('unseals what it sealed, and seals the same text differently each time', () => {
    const sealed = secrets.seal('Grüße 🗝')
    expect(secrets.unseal(sealed)).toBe('Grüße 🗝')
    expect(secrets.seal('Grüße 🗝')).not.toBe(sealed)
  })

  test('refuses what was touched, cut off, or sealed with another key', () => {
    const sealed = secrets.seal('secret')
    const flipped = sealed.slice(0, 10) + (sealed[10] === 'A' ? 'B' : 'A') + sealed.slice(11)
    expect(() => secrets.unseal(flipped)).toThrow()
    expect(() => secrets.unseal(sealed.slice(0, 20))).toThrow()
    expect(() => secrets.unseal(sealed.slice(3))).toThrow()
    expect(() => openSecrets(randomBytes(32)).unseal(sealed)).toThrow()
  })

  test('signs differently for each purpose, and the same for the same', () => {
    expect(secrets.sign('direct', 'text')).toBe(secrets.sign('direct', 'text'))
    expect(secrets.sign('direct', 'text')).not.toBe(secrets.sign('policy', 'text'))
    expect(openSecrets(randomBytes(32)).sign('direct', 'text')).not.toBe(secrets.sign('direct', 'text'))
  })

  test('is refused when it is too short to be one', () => {
    expect(() => openSecrets(randomBytes(16))).toThrow('32 bytes')
  })

  test('compares texts of any length', () => {
    expect(secrets.equal('a', 'a')).toBe(true)
    expect(secrets.equal('a', 'b')).toBe(false)
    expect(secrets.equal('a', 'aa')).toBe(false)
  })
})

describe('passwords', () => {
  test('are kept as Argon2id of 19 MiB and two passes, salted', async () => {
    const [one, other] = await Promise.all([secrets.hashPassword('tr0ub4dor'), secrets.hashPassword('tr0ub4dor')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
    expect(await secrets.verifyPassword(one, 'tr0ub4dor')).toBe(true)
    expect(await secrets.verifyPassword(one, 'tr0ub4dor ')).toBe(false)
  })

  test('take as long to refuse where there is no user', async () => {
    const hash = await secrets.hashPassword('right')
    await secrets.verifyPassword(null, 'warm up')
    const fastest = { wrong: Number.POSITIVE_INFINITY, nobody: Number.POSITIVE_INFINITY }
    for (let round = 0; round < 8; round++) {
      fastest.wrong = Math.min(fastest.wrong, await timed(() => secrets.verifyPassword(hash, 'wrong')))
      fastest.nobody = Math.min(fastest.nobody, await timed(() => secrets.verifyPassword(null, 'wrong')))
    }
    // without the work it would be a hundredth; the rest is left to what else the machine does
    expect(fastest.nobody).toBeGreaterThan(fastest.wrong / 4)
    expect(await secrets.verifyPassword(null, 'nobody signs in with this')).toBe(false)
  })
})

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
