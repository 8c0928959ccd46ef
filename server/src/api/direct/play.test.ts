import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ContentDetails } from '@descant/contract'
import { afterAll, describe, expect } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { hasTool } from '../../../test/harness/has-tool.ts'
import { putAsset } from '../../../test/harness/put-asset.ts'
import { askToExamineAgain } from '../../domain/intake/ask-to-examine-again.ts'
import { renditionKey } from '../../domain/ports/object-store.ts'
import { playKey, unplayableKey } from '../../domain/rendition/playable.ts'
import { changeSettings } from '../../domain/setting/change-settings.ts'

const run = promisify(execFile)
const hasFfmpeg = hasTool('ffmpeg')
const folder = await mkdtemp(join(tmpdir(), 'play-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A test picture with a tone, as ffmpeg makes it. */
async function film(name: string, ...options: string[]): Promise<{ name: string; bytes: Buffer }> {
  const path = join(folder, name)
  const sources = ['-f', 'lavfi', '-i', 'testsrc2=size=1920x1080:rate=25:duration=2']
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=2']
  await run('ffmpeg', ['-v', 'error', '-y', ...sources, ...tone, '-shortest', ...options, path])
  return { name, bytes: await readFile(path) }
}

type Probed = {
  streams: Record<string, string | number>[]
  format: { format_name: string; duration: string }
}
async function probed(bytes: Uint8Array): Promise<Probed> {
  const path = join(folder, randomUUID())
  await writeFile(path, bytes)
  const { stdout } = await run('ffprobe', ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', path])
  return JSON.parse(stdout) as Probed
}

const details = async (dam: Dam, scheme: string, id: string) =>
  (await (await dam.person('mara')).get<ContentDetails>(`/api/v1/${scheme}/${id}`)).body

describe.skipIf(!hasFfmpeg)('what is played (needs ffmpeg)', () => {
  test('is of a film an MP4 that any browser plays while it is still arriving', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has(await film('hd.webm', '-c:v', 'libvpx', '-b:v', '2M', '-c:a', 'libvorbis'))

    const redirect = await mara.get(`/api_binary/v1/video/${id}/play`)
    const played = await dam.ask('GET', redirect.headers.get('location') ?? '')

    expect(redirect.status).toBe(302)
    expect(played.status).toBe(200)
    expect(played.headers.get('content-type')).toBe('video/mp4')
    expect(played.headers.get('content-disposition')).toBe('inline; filename="hd.mp4"')
    const { streams, format } = await probed(played.bytes)
    expect(format.format_name).toContain('mp4')
    expect(Number(format.duration)).toBeCloseTo(2, 0)
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac'])
    expect(streams[0]).toMatchObject({ width: 1280, height: 720, pix_fmt: 'yuv420p', avg_frame_rate: '25/1' })
    expect(['Main', 'High']).toContain(streams[0]?.profile)
    expect(played.bytes.indexOf('moov')).toBeLessThan(played.bytes.indexOf('mdat'))
  })

  test('is made anew when all files are looked into again', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has(await film('again.webm', '-c:v', 'libvpx', '-b:v', '2M'))
    const [asset] = await dam.library.read.assets.findMany([id])
    const { sha256 = '' } = asset?.current ?? {}
    const objects = dam.adapters.objectsOf(dam.account.id)
    await objects.delete(playKey(sha256, 'video'))
    await objects.write(unplayableKey(sha256), Buffer.from('It was not possible then'))

    await askToExamineAgain({ library: dam.library, media: dam.adapters.media }, { missingOnly: false, scheme: null })
    await dam.settle()

    expect(await objects.stat(playKey(sha256, 'video'))).toBeDefined()
    expect(await objects.stat(unplayableKey(sha256))).toBeUndefined()
  })

  test('stands upright, keeps its shape and is never enlarged', async ({ dam }) => {
    const mara = await dam.person('mara')
    const turned = await film('turned.mp4', '-vf', 'scale=1920:1080', '-c:v', 'mpeg4', '-b:v', '4M')
    const path = join(folder, 'really-turned.mp4')
    await run('ffmpeg', [
      ...['-v', 'error', '-y', '-display_rotation', '90', '-i', join(folder, 'turned.mp4'), '-c', 'copy', path],
    ]).catch(() =>
      run('ffmpeg', [
        '-v',
        'error',
        '-y',
        '-i',
        join(folder, 'turned.mp4'),
        '-c',
        'copy',
        '-metadata:s:v',
        'rotate=90',
        path,
      ]),
    )
    const portrait = await mara.has({ name: turned.name, bytes: await readFile(path) })
    const small = await mara.has(
      await film('small.avi', '-vf', 'scale=333:251,setsar=1', '-c:v', 'mpeg4', '-c:a', 'mp3'),
    )

    const sizes = await Promise.all(
      [portrait, small].map(async (id) => {
        const { bytes } = await dam.ask('GET', (await details(dam, 'video', id)).url.directUrlPreviewPlay ?? '')
        const { streams } = await probed(bytes)
        return streams.map(({ width, height, side_data_list }) => ({ width, height, side_data_list }))[0]
      }),
    )

    expect(sizes).toEqual([
      { width: 720, height: 1280, side_data_list: undefined },
      { width: 334, height: 252, side_data_list: undefined },
    ])
  })

  test('is the film itself where it is that already, and only put in order where that is all it lacks', async ({
    dam,
  }) => {
    const mara = await dam.person('mara')
    const h264 = ['-vf', 'scale=640:360', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
    const ready = await film('ready.mp4', ...h264, '-movflags', '+faststart')
    const indexLast = await film('index-last.mp4', ...h264)
    const play = async (file: { name: string; bytes: Buffer }) => {
      const { url } = await details(dam, 'video', await mara.has(file))
      return (await dam.ask('GET', url.directUrlPreviewPlay ?? '')).bytes
    }

    expect((await play(ready)).equals(ready.bytes)).toBe(true)
    const ordered = await play(indexLast)
    expect(ordered.indexOf('moov')).toBeLessThan(ordered.indexOf('mdat'))
    const pictures = async (bytes: Uint8Array) => {
      const path = join(folder, 'pictures.mp4')
      await writeFile(path, bytes)
      return (await run('ffmpeg', ['-v', 'error', '-i', path, '-c', 'copy', '-map', '0:v', '-f', 'md5', '-'])).stdout
    }
    expect(await pictures(ordered)).toBe(await pictures(indexLast.bytes))
  })

  test('is never the very original where that has terms to accept', async ({ dam }) => {
    const mara = await dam.person('mara')
    const original = await readFile(realMedia.mp3)
    const id = await mara.has({ name: 'lena.mp3', bytes: original })
    await changeSettings({ ...dam.adapters, library: dam.library }, { drm: true })
    await mara.put('/api/v1/batch/edit', {
      body: {
        contents: [{ id, scheme: 'audio' }],
        properties: [{ propertyId: 'termsAndConditions', propertyValue: 'Never sell it.' }],
      },
    })

    const played = await dam.ask('GET', (await details(dam, 'audio', id)).url.directUrlPreviewPlay ?? '')

    expect(played.status).toBe(200)
    expect(played.bytes.equals(original)).toBe(false)
    expect((await probed(played.bytes)).streams[0]).toMatchObject({ codec_name: 'mp3' })
  })

  test('is of a sound an MP3, in parts too, and an MP3 as it is', async ({ dam }) => {
    const mara = await dam.person('mara')
    const wav = await mara.has({ name: 'lena.wav', bytes: await readFile(realMedia.wav) })
    const mp3 = await mara.has({ name: 'lena.mp3', bytes: await readFile(realMedia.mp3) })
    const address = (await details(dam, 'audio', wav)).url.directUrlPreviewPlay ?? ''

    const played = await dam.ask('GET', address)
    const part = await dam.ask('GET', address, { headers: { range: 'bytes=10-19' } })
    const asItIs = await dam.ask('GET', (await details(dam, 'audio', mp3)).url.directUrlPreviewPlay ?? '')

    expect(played.headers.get('content-type')).toBe('audio/mpeg')
    expect((await probed(played.bytes)).streams[0]).toMatchObject({ codec_name: 'mp3', channels: 1 })
    expect(Math.round(Number((await probed(played.bytes)).format.duration))).toBe(12)
    expect([part.status, part.bytes.equals(played.bytes.subarray(10, 20))]).toEqual([206, true])
    expect(asItIs.bytes.equals(await readFile(realMedia.mp3))).toBe(true)
  })

  test('is made when it is asked for, if it is not there', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has({ name: 'lena.wav', bytes: await readFile(realMedia.wav) })
    const [asset] = await dam.library.read.assets.findMany([id])
    const objects = dam.adapters.objectsOf(dam.account.id)
    const key = renditionKey(asset?.current.sha256 ?? '', 'play.mp3')
    await objects.delete(key)
    const address = (await details(dam, 'audio', id)).url.directUrlPreviewPlay ?? ''

    const all = await Promise.all([1, 2, 3].map(() => dam.ask('GET', address)))

    expect(all.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await objects.stat(key)).toBeDefined()
  })

  test('is nothing where nothing can be played, in words', async ({ dam }) => {
    const mara = await dam.person('mara')
    const silent = await film('real.mp4', '-c:v', 'mpeg4')
    const broken = Buffer.from(silent.bytes)
    broken.fill(0x2a, broken.indexOf('mdat') + 4, broken.indexOf('moov') - 4)
    const id = await mara.has({ name: 'noise.mp4', bytes: broken })

    const played = await dam.ask<{ message: string }>(
      'GET',
      (await details(dam, 'video', id)).url.directUrlPreviewPlay ?? '',
    )

    expect(played.status).toBe(404)
    expect(played.body.message).toMatch(/lighter version of this video to play\. .+/)
  })
})

test('a lighter version that is not there yet is promised, not refused', { timeout: 30_000 }, async ({ dam }) => {
  const film = await putAsset(dam, {
    scheme: 'video',
    name: 'later.mp4',
    current: { contentType: 'video/mp4', extension: 'mp4', sha256: 'f'.repeat(64) },
  })
  // somebody else has the job, and takes his time
  await dam.library.transaction(async ({ jobs }) => {
    await jobs.enqueue({
      name: 'make-playable',
      payload: { assetId: film.id, versionId: film.current.id },
      runAt: dam.adapters.clock.now() + 3_600_000,
    })
  })

  const waited = await dam.ask<{ code: number }>(
    'GET',
    (await details(dam, 'video', film.id)).url.directUrlPreviewPlay ?? '',
  )

  expect(waited.status).toBe(503)
  expect(waited.headers.get('retry-after')).toBe('10')
  expect(waited.body.code).toBe(50300)
})
