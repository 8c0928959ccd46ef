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

test('settings of a library are changed one by one, and all of them are answered', async () => {
  expect(await descant('account', 'set', '--approval', 'on', '--seats-editors', '3')).toEqual({
    approvalProcess: true,
    drm: false,
    editorSeats: 3,
    consumerSeats: null,
    metadataInDownloads: false,
    newKeywordsFromFiles: false,
    rateLimits: { on: true, factor: 1, perMinute: {} },
  })
  expect(await descant('account', 'set', '--drm', 'on', '--seats-editors', 'any')).toMatchObject({
    approvalProcess: true,
    drm: true,
    editorSeats: null,
  })
  expect(
    await descant('account', 'set', '--metadata-in-downloads', 'on', '--new-keywords-from-files', 'on'),
  ).toMatchObject({ metadataInDownloads: true, newKeywordsFromFiles: true, drm: true })
  await expect(descant('account', 'set', '--approval', 'maybe')).rejects.toMatchObject({ code: 1 })
}, 60_000)

test('how often methods may be called is said in words, one after the other', async () => {
  const limits = async (...words: string[]) => {
    const flags = words.flatMap((word) => ['--rate-limit', word])
    return ((await descant('account', 'set', ...flags)) as { rateLimits: unknown }).rateLimits
  }

  expect(await limits('x2.5', '#3=2000', '#43a=7')).toEqual({
    on: true,
    factor: 2.5,
    perMinute: { '#3': 2000, '#43a': 7 },
  })
  expect(await limits('off', '#43a=usual')).toEqual({ on: false, factor: 2.5, perMinute: { '#3': 2000 } })
  expect(await limits()).toEqual({ on: false, factor: 2.5, perMinute: { '#3': 2000 } })
  for (const wrong of ['maybe', 'x0', '#3=0', '#99=5', '3=5']) {
    await expect(limits(wrong), wrong).rejects.toMatchObject({ code: 1 })
  }
}, 60_000)

test('a preset is added and listed', async () => {
  const small = { name: 'Small', description: 'for slides', width: 320, height: 200, keepAspectRatio: true }
  const words = ['--width', '320', '--height', '200', '--keep-aspect-ratio', '--description', 'for slides']

  expect(await descant('preset', 'add', 'Small', ...words)).toMatchObject(small)
  expect(await descant('preset', 'list')).toMatchObject([small])
  await expect(descant('preset', 'add', 'small', '--width', '1', '--height', '1')).rejects.toMatchObject({ code: 1 })
  await expect(descant('preset', 'add', 'x', '--width', 'a', '--height', '1')).rejects.toMatchObject({ code: 1 })
}, 60_000)
