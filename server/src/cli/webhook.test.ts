import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const main = new URL('../main.ts', import.meta.url).pathname
let data: string

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'descant-cli-'))
})
afterAll(() => rm(data, { recursive: true, force: true }))

async function descant(...words: string[]) {
  const env = { ...process.env, DESCANT_DATA: data, DESCANT_SAMPLE: '0' }
  const { stdout } = await run(process.execPath, [main, ...words, '--json'], { env })
  return JSON.parse(stdout) as Record<string, unknown>
}

test('webhooks are added, listed and removed', async () => {
  const url = 'https://app.example/hook'
  const added = await descant('webhook', 'add', url, '--event', 'asset.version', '--event', 'asset.added')
  expect(added).toEqual({
    id: expect.any(String),
    url,
    events: ['asset.added', 'asset.version'],
    secureToken: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const of = ['--event', 'album.added', 'folder.added', '--secure-token', 'a-token-of-my-own']
  expect(await descant('webhook', 'add', url, ...of)).toMatchObject({
    events: ['folder.added', 'album.added'],
    secureToken: 'a-token-of-my-own',
  })

  const { id, events } = added
  const [listed, another] = (await descant('webhook', 'list')) as unknown as Record<string, unknown>[]
  expect(listed).toEqual({ id, url, events, enabled: true })
  expect(await descant('webhook', 'remove', String(another?.id))).toEqual({ removed: another?.id })
  expect(await descant('webhook', 'list')).toHaveLength(1)

  for (const wrong of [['nonsense'], [url, '--event', 'asset.eaten'], [url, '--secure-token', 'short']]) {
    await expect(descant('webhook', 'add', ...wrong)).rejects.toMatchObject({ code: 1 })
  }
  await expect(descant('webhook', 'remove', 'x')).rejects.toMatchObject({ code: 1 })
}, 60_000)
