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
  return JSON.parse(stdout) as unknown
}

test('groups and portals are added and listed, and what they name must be there', async () => {
  await descant('user', 'add', 'mara@x.test', '--role', 'consumer')
  const group = await descant('group', 'add', 'Print', '--user', 'MARA@x.test')
  expect(group).toEqual({ id: expect.any(String), name: 'Print', users: ['MARA@x.test'] })
  expect(await descant('group', 'list')).toEqual([{ ...(group as object), users: ['mara@x.test'] }])
  await expect(descant('group', 'add', 'PRINT')).rejects.toMatchObject({ code: 1 })

  const words = ['--kind', 'styleguide', '--user', 'mara@x.test', '--group', 'print']
  const portal = await descant('portal', 'add', ...words, 'Brand')
  expect(portal).toEqual({
    id: expect.stringMatching(/^g-[0-9a-f]{32}$/),
    name: 'Brand',
    kind: 'styleguide',
    contents: [],
  })
  expect(await descant('portal', 'list')).toEqual([portal])
  await expect(descant('portal', 'add', 'Other', '--kind', 'portal', '--content', 'NONE1')).rejects.toMatchObject({
    code: 1,
  })
  await expect(descant('portal', 'add', 'Other', '--kind', 'shop')).rejects.toMatchObject({ code: 1 })
}, 60_000)

test('a user added by hand takes a seat too', async () => {
  await descant('account', 'set', '--seats-consumers', '1')
  await expect(descant('user', 'add', 'ines@x.test', '--role', 'consumer')).rejects.toMatchObject({ code: 1 })
}, 60_000)
