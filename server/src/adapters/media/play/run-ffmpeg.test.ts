import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { hasTool } from '../../../../test/harness/has-tool.ts'
import { runFfmpeg } from './run-ffmpeg.ts'

const run = promisify(execFile)
const env = { PATH: '/usr/local/bin:/usr/bin:/bin' }
const folder = await mkdtemp(join(tmpdir(), 'run-ffmpeg-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function running(text: string): Promise<string[]> {
  const { stdout } = await run('ps', ['-eo', 'args='])
  return stdout.split('\n').filter((args) => args.includes(text))
}

describe.skipIf(!hasTool('ffmpeg'))('an ffmpeg at work (needs ffmpeg)', () => {
  const endless = ['-re', '-f', 'lavfi', '-i', 'anullsrc', '-f', 'null', '-']

  test('is ended when it gets no further', { timeout: 30_000 }, async () => {
    const silent = join(folder, 'silent.mp3')
    await run('mkfifo', [silent])

    const work = runFfmpeg(['-i', silent, '-f', 'null', '-'], {
      ...{ env, stallMs: 1000, timeoutMs: 600_000 },
      signal: undefined,
    })

    await expect(work).rejects.toThrow('got no further for 1 s')
    await expect.poll(() => running(silent), { timeout: 10_000 }).toEqual([])
  })

  test('goes on as long as it gets further, until it has taken too long', { timeout: 30_000 }, async () => {
    const work = runFfmpeg(endless, { env, stallMs: 2000, timeoutMs: 4500, signal: undefined })

    await expect(work).rejects.toThrow('took longer than 4.5 s')
  })

  test('says how many seconds it has written', { timeout: 30_000 }, async () => {
    const written: number[] = []
    const silence = ['-f', 'lavfi', '-i', 'anullsrc=duration=7', '-f', 'null', '-']

    await runFfmpeg(silence, {
      ...{ env, stallMs: 20_000, timeoutMs: 20_000, signal: undefined },
      onWritten: (seconds) => written.push(seconds),
    })

    expect(written.at(-1)).toBeCloseTo(7, 0)
  })

  test('is ended when nobody wants it any more', { timeout: 30_000 }, async () => {
    const leaving = new AbortController()
    const work = runFfmpeg(endless, { env, stallMs: 20_000, timeoutMs: 20_000, signal: leaving.signal })

    leaving.abort(new Error('not wanted'))

    await expect(work).rejects.toThrow('not wanted')
  })
})
