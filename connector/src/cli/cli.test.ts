import { rm } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CantoServer, startCanto } from '../../test/canto-server.ts'
import { command, type Said, serveInChild } from '../../test/command.ts'
import { browserAt, newDataFolder } from '../../test/run-connector.ts'
import { until } from '../../test/until.ts'

// each command is a process of its own
vi.setConfig({ testTimeout: 120_000 })

let dam: CantoServer
let folder: string
beforeEach(async () => {
  dam = await startCanto()
  folder = await newDataFolder()
})
afterEach(async () => {
  await dam.close()
  await rm(folder, { recursive: true, force: true })
})

const allowed = { CONNECTOR_ALLOW_PRIVATE_NETWORK: '1' }
const run = (...words: string[]) => command(folder, words, { env: allowed })
const json = ({ code, stdout, stderr }: Said) => {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as Record<string, unknown>
}
const set = (given: { keyword?: string; appSecret?: string } = {}, env: NodeJS.ProcessEnv = allowed) => {
  const { domain, appId, appSecret } = { ...dam.app, ...given }
  const words = [
    '--domain',
    domain,
    '--app-id',
    appId,
    '--app-secret',
    appSecret,
    '--keyword',
    given.keyword ?? 'print',
  ]
  return command(folder, ['set', ...words, '--json'], { env })
}

test.each([['serve'], ['set'], ['sync'], ['status'], ['user', 'add'], ['feature']])(
  '%s explains itself',
  async (...words) => {
    const { code, stdout } = await run(...words, '--help')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Usage: connector /)
  },
)

test('a mistake is one sentence on standard error, and no success', async () => {
  for (const words of [['bogus'], ['sync'], ['feature', 'perhaps'], ['set', '--domain', 'x']]) {
    const { code, stdout, stderr } = await run(...words)
    expect({ words, code, stdout }).toEqual({ words, code: 1, stdout: '' })
    expect(stderr.trim().split('\n')).toHaveLength(1)
  }
  const misspelt = await command(folder, ['status'], { env: { CONNECTOR_PROT: '1' } })
  expect(misspelt).toMatchObject({ code: 1, stderr: expect.stringMatching(/^CONNECTOR_PROT is not a setting/) })
})

describe('without a server', () => {
  test('set, dry run, sync and status do everything', async () => {
    dam.put({ name: 'a.png', keywords: ['print'] })
    dam.put({ name: 'b.png', keywords: ['print'] })
    expect(json(await run('status', '--json'))).toEqual({
      connected: false,
      eligible: 0,
      imported: 0,
      lastSync: null,
      redirectUri: 'http://127.0.0.1:8090/dam/callback',
      failing: 0,
      problem: null,
    })

    expect(json(await set())).toMatchObject({ connected: true })
    const plan = json(await run('sync', '--dry-run', '--json'))
    expect(plan).toMatchObject({ eligible: 2, actions: [{ does: 'fetch' }, { does: 'fetch' }] })
    expect(json(await run('status', '--json'))).toMatchObject({ connected: true, imported: 0 })

    expect(json(await run('sync', '--json'))).toMatchObject({ eligible: 2, imported: 2, failed: 0 })
    expect(json(await run('status', '--json'))).toMatchObject({ connected: true, eligible: 2, imported: 2 })
    expect(json(await run('sync', '--json'))).toMatchObject({ eligible: 2, imported: 0 })
  })

  test('a key that needs a person leaves the fields filled in, and says what to do', async () => {
    dam.behaviour.allowsClientCredentials = false
    expect(json(await set())).toMatchObject({ connected: false, message: expect.stringMatching(/authenticate Canto/) })
  })

  test('a wrong secret is refused', async () => {
    const { code, stderr } = await set({ appSecret: 'wrong' })
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringMatching(/App Secret is wrong/) })
  })

  test('a file that fails makes the sync fail', async () => {
    dam.put({ name: 'broken.png', keywords: ['print'], statedMd5: '0'.repeat(32) })
    await set()
    const { code, stdout } = await run('sync', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ eligible: 1, imported: 0, failed: 1 })
  })
})

describe('with a server running', () => {
  test('commands take effect at once, and need none of its settings', async () => {
    dam.put({ name: 'a.png', keywords: ['print'] })
    const server = await serveInChild(folder)
    try {
      expect(json(await set({}, {}))).toMatchObject({ connected: true, redirectUri: `${server.url}/dam/callback` })
      const status = () => command(folder, ['status', '--json'])
      await until(
        async () => json(await status()).imported,
        (seen) => seen === 1,
      )

      dam.put({ name: 'b.png', keywords: ['print'] })
      expect(json(await command(folder, ['sync', '--json']))).toMatchObject({ eligible: 2 })
      expect(json(await status())).toMatchObject({ imported: 2, redirectUri: `${server.url}/dam/callback` })
      expect(json(await command(folder, ['sync', '--dry-run', '--json']))).toEqual({ eligible: 2, actions: [] })
    } finally {
      expect(await server.kill('SIGTERM')).toBe(0)
    }
  })

  test('people are added, and the feature is turned off and on, while it runs', async () => {
    const server = await serveInChild(folder)
    try {
      const add = (password: string, ...more: string[]) =>
        command(folder, ['user', 'add', 'bob@example.com', '--password-stdin', '--json', ...more], {
          input: `${password}\n`,
        })
      expect((await add('short')).code).toBe(1)
      expect(json(await add('long enough', '--role', 'admin'))).toMatchObject({
        email: 'bob@example.com',
        role: 'admin',
      })

      const browser = browserAt(server.url)
      const credentials = { email: 'bob@example.com', password: 'long enough' }
      expect(await browser.post('/api/session', credentials)).toMatchObject({ status: 200 })
      expect((await browser.get('/api/dam-settings')).body).toMatchObject({ refusal: null })
      await run('feature', 'off')
      expect((await browser.get('/api/dam-settings')).body).toMatchObject({ refusal: 'feature-off' })
      expect(json(await run('feature', 'on', '--json'))).toEqual({ damSettings: true })
      expect((await browser.get('/api/dam-settings')).body).toMatchObject({ refusal: null })
    } finally {
      await server.kill('SIGTERM')
    }
  })

  test('on an empty folder it makes an administrator and says the password, once', async () => {
    const first = await serveInChild(folder)
    const { email, password } = first.said.administrator as { email: string; password: string }
    expect(email).toBe('admin@descant.local')
    expect(await browserAt(first.url).post('/api/session', { email, password })).toMatchObject({ status: 200 })
    await first.kill('SIGTERM')
    const second = await serveInChild(folder)
    expect(second.said.administrator).toBeUndefined()
    await second.kill('SIGTERM')
  })
})
