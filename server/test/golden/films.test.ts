import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import type { ContentDetails } from '@descant/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { realMedia } from '../fixtures/real-media.ts'
import { type Dam, startDam } from '../harness/dam.ts'
import { hasTool } from '../harness/has-tool.ts'
import { colourDifference } from './colour-difference.ts'

const run = promisify(execFile)
const hasFfmpeg = hasTool('ffmpeg')
let dam: Dam
let folder: string
beforeAll(async () => {
  dam = await startDam()
  folder = await mkdtemp(join(tmpdir(), 'golden-films-'))
})
afterAll(async () => {
  await dam.close()
  await rm(folder, { recursive: true, force: true })
})

/** What is played of a file, as a file again. */
async function played(scheme: 'video' | 'audio', path: string): Promise<string> {
  const mara = await dam.person('mara')
  const id = await mara.has({ name: `clip${extname(path)}`, bytes: await readFile(path) })
  const { url } = (await mara.get<ContentDetails>(`/api/v1/${scheme}/${id}`)).body
  const { status, bytes } = await dam.ask('GET', url.directUrlPreviewPlay ?? '')
  expect(status).toBe(200)
  const into = join(folder, `${randomUUID()}.${scheme === 'video' ? 'mp4' : 'mp3'}`)
  await writeFile(into, bytes)
  return into
}

type Probed = {
  streams: { codec_name: string; width?: number; height?: number; pix_fmt?: string; sample_rate?: string }[]
  format: { format_name: string; duration: string }
}
const probe = async (path: string): Promise<Probed> =>
  JSON.parse((await run('ffprobe', ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', path])).stdout)

/** The frame of a moment, by ffmpeg alone. */
async function frameOf(path: string, seconds: number): Promise<Buffer> {
  const into = join(folder, `${randomUUID()}.png`)
  await run('ffmpeg', ['-v', 'error', '-ss', String(seconds), '-i', path, '-frames:v', '1', into])
  return await readFile(into)
}

/** Loudness of all of it, in decibels. */
async function loudnessOf(path: string): Promise<number> {
  const { stderr } = await run('ffmpeg', ['-hide_banner', '-i', path, '-af', 'volumedetect', '-vn', '-f', 'null', '-'])
  return Number(/mean_volume: (-?[\d.]+) dB/.exec(stderr)?.[1])
}

describe.skipIf(!hasFfmpeg)('what is played of real files (needs ffmpeg)', () => {
  test.each([
    ['mp4', realMedia.mp4],
    ['webm', realMedia.webm],
  ])('is the film: %s', { timeout: 120_000 }, async (_, path) => {
    const clip = await played('video', path)

    const { streams, format } = await probe(clip)
    expect(streams[0]).toMatchObject({ codec_name: 'h264', width: 400, height: 300, pix_fmt: 'yuv420p' })
    expect(streams.slice(1).every(({ codec_name }) => codec_name === 'aac')).toBe(true)
    expect(Math.abs(Number(format.duration) - Number((await probe(path)).format.duration))).toBeLessThan(0.5)
    for (const seconds of [5, 25]) {
      expect(await colourDifference(await frameOf(clip, seconds), await frameOf(path, seconds))).toBeLessThan(3)
    }
  })

  test.each([
    ['wav', realMedia.wav],
    ['m4a', realMedia.m4a],
    ['mp3', realMedia.mp3],
    ['webm', realMedia.soundInWebm],
  ])('is the sound, as long and as loud: %s', { timeout: 60_000 }, async (_, path) => {
    const sound = await played('audio', path)

    const { streams, format } = await probe(sound)
    expect([streams[0]?.codec_name, format.format_name]).toEqual(['mp3', 'mp3'])
    expect(Math.round(Number(format.duration))).toBe(12)
    expect(Math.abs((await loudnessOf(sound)) - (await loudnessOf(path)))).toBeLessThan(0.5)
  })
})
