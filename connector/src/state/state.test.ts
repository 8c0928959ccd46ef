import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newDataFolder } from '../../test/run-connector.ts'
import type { DamAsset } from '../provider/dam.ts'
import { holdLock } from './hold-lock.ts'
import { openSeal } from './seal.ts'
import { openStores, type Stores } from './stores.ts'

let folder: string
let stores: Stores
beforeEach(async () => {
  folder = await newDataFolder()
  stores = openStores(folder)
})
afterEach(async () => {
  stores.state.close()
  await rm(folder, { recursive: true, force: true })
})

const tokens = {
  kind: 'authorization-code',
  accessToken: 'access-visible',
  refreshToken: 'refresh-visible',
  expiresAt: 5,
} as const

describe('secrets', () => {
  test('nothing secret can be read in the files, and all of it comes back', async () => {
    const grantId = stores.grants.add(tokens, 1)
    const connection = {
      provider: 'canto',
      domain: 'acme',
      appId: 'id',
      appSecret: 'secret-visible',
      keyword: 'print',
      redirectUri: null,
      grantId,
      savedAt: 1,
      notice: null,
    } as const
    stores.connections.put('active', connection)
    const token = stores.sessions.begin(
      stores.users.put({ email: 'ada@example.com', role: 'admin', passwordHash: 'x' }, 1).id,
      1,
    )

    const names = await readdir(folder)
    const everything = names.map((name) => readFileSync(join(folder, name), 'latin1')).join('')

    expect(everything).toContain('ada@example.com') // it does look into the right files
    for (const secret of ['secret-visible', 'access-visible', 'refresh-visible', token]) {
      expect(everything).not.toContain(secret)
    }
    expect(stores.connections.find('active')).toEqual(connection)
    expect(stores.grants.find(grantId)?.tokens).toEqual(tokens)
  })

  test('the key is for its owner alone, and another key opens nothing', async () => {
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600)
    const sealed = openSeal(folder).close('secret', 'here')
    expect(openSeal(folder).open(sealed, 'here')).toBe('secret')
    expect(() => openSeal(folder).open(sealed, 'elsewhere')).toThrow()
    const other = await newDataFolder()
    expect(() => openSeal(other).open(sealed, 'here')).toThrow()
    await rm(other, { recursive: true })
  })
})

describe('several processes', () => {
  test('what another one writes is noticed', () => {
    const other = openStores(folder)
    const before = stores.state.outsideVersion()
    stores.account.activateDamSettings(true)
    expect(stores.state.outsideVersion()).toBe(before)
    other.account.activateDamSettings(false)
    expect(stores.state.outsideVersion()).not.toBe(before)
    expect(stores.account.read().damSettings).toBe(false)
    other.state.close()
  })

  test('one of them holds a lock, until it lets go or is killed', async () => {
    const lock = holdLock(folder, 'replicating')
    expect(lock).not.toBeNull()
    expect(holdLock(folder, 'replicating')).toBeNull()
    expect(holdLock(folder, 'renewing')).not.toBeNull()
    lock?.release()

    const script = `import { holdLock } from ${JSON.stringify(join(import.meta.dirname, 'hold-lock.ts'))}
      console.log(holdLock(${JSON.stringify(folder)}, 'replicating') !== null); setInterval(() => {}, 1000)`
    const child = execFile(process.execPath, ['--input-type=module', '-e', script])
    const [said] = await once(child.stdout as NodeJS.ReadableStream, 'data')
    expect(String(said).trim()).toBe('true')
    expect(holdLock(folder, 'replicating')).toBeNull()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const again = holdLock(folder, 'replicating')
    expect(again).not.toBeNull()
    again?.release()
  })
})

describe('the library', () => {
  const asset = (id: string, name: string): DamAsset => ({
    id,
    scheme: 'image',
    name,
    size: 3,
    md5: null,
    lastUploaded: '1',
    keywords: [],
    tags: [],
    description: '',
    owner: '',
    width: null,
    height: null,
    pageUrl: null,
    downloadUrl: 'https://dam.example/',
    previewUrl: null,
  })
  const bytes = (file: string) => ({ file, size: 3, md5: 'm', sha256: 's' })
  const shown = () =>
    stores.held.list({ search: '', sort: 'name', start: 0, limit: 10 }).results.map(({ displayName }) => displayName)

  test('doubles of a name are told apart, and keep the name they got', () => {
    stores.held.put(asset('a', 'poster.jpg'), bytes('1'), 1)
    stores.held.put(asset('b', 'Poster.jpg'), bytes('2'), 2)
    expect(shown()).toEqual(['Poster (2).jpg', 'poster.jpg'])

    expect(stores.held.put(asset('b', 'Poster.jpg'), bytes('3'), 3)).toEqual({
      displayName: 'Poster (2).jpg',
      replaced: ['2'],
    })
    stores.held.remove('a', 'gone', 4)
    expect(shown()).toEqual(['Poster (2).jpg'])
    stores.held.put(asset('c', 'poster.jpg'), bytes('4'), 5)
    expect(stores.held.describe(asset('a', 'poster.jpg'), 6)).toEqual({ displayName: 'poster (3).jpg' })
    expect(shown()).toEqual(['Poster (2).jpg', 'poster (3).jpg', 'poster.jpg'])
  })

  test('what was removed is forgotten after its time, bytes and all', () => {
    stores.held.put(asset('a', 'a.jpg'), bytes('1'), 1)
    stores.held.drawn('a', 'thumb')
    stores.held.put(asset('b', 'b.jpg'), bytes('2'), 1)
    stores.held.remove('a', 'gone', 100)
    expect(stores.held.purgeRemovedBefore(100)).toEqual([])
    expect(stores.held.filesInUse()).toEqual(new Set(['1', 'thumb', '2']))
    expect(stores.held.purgeRemovedBefore(101)).toEqual(['1', 'thumb'])
    expect(stores.held.find('a')).toBeNull()
  })

  test('a search takes signs as signs', () => {
    stores.held.put(asset('a', '100% _cotton.jpg'), bytes('1'), 1)
    stores.held.put(asset('b', '100 cotton.jpg'), bytes('2'), 1)
    const found = (search: string) => stores.held.list({ search, sort: 'imported', start: 0, limit: 10 }).found
    expect([found('100%'), found('_COTTON'), found('cotton'), found('silk')]).toEqual([1, 1, 2, 0])
  })
})

test('an authorization is taken once, and not after its time', () => {
  const pending = {
    stateDigest: 'd',
    browserDigest: 'b',
    sessionDigest: 's',
    verifier: 'v',
    redirectUri: 'https://connector.example/dam/callback',
    draftSavedAt: 1,
    expiresAt: 100,
  }
  stores.authorizations.add(pending)
  expect(stores.authorizations.take('d', 99)).toEqual(pending)
  expect(stores.authorizations.take('d', 99)).toBeNull()
  stores.authorizations.add(pending)
  expect(stores.authorizations.take('d', 100)).toBeNull()
})

test('a session ends half a day after its last use, and after thirty days in any case', () => {
  const { id } = stores.users.put({ email: 'ada@example.com', role: 'admin', passwordHash: 'x' }, 0)
  const hour = 3_600_000
  const token = stores.sessions.begin(id, 0)
  expect(stores.sessions.resume(token, 11 * hour)?.userId).toBe(id)
  expect(stores.sessions.resume(token, 22 * hour)?.userId).toBe(id)
  expect(stores.sessions.resume(token, 35 * hour)).toBeNull()

  const used = stores.sessions.begin(id, 0)
  for (let at = 0; at < 30 * 24; at += 10) expect(stores.sessions.resume(used, at * hour)).not.toBeNull()
  expect(stores.sessions.resume(used, 30 * 24 * hour)).toBeNull()
})
