import { readFile } from 'node:fs/promises'
import type { Viewing } from '@descant/contract'
import sharp from 'sharp'
import { expect } from 'vitest'
import { realMedia } from '../../../../test/fixtures/real-media.ts'
import { type Dam, type DamOptions, test } from '../../../../test/harness/dam.ts'
import { hasTool } from '../../../../test/harness/has-tool.ts'
import type { Person } from '../../../../test/harness/person.ts'
import { putAsset } from '../../../../test/harness/put-asset.ts'
import type { AssetId } from '../../../domain/asset/asset.ts'

const hasFfmpeg = hasTool('ffmpeg')

const path = (scheme: string, id: string) => `/web/v1/assets/${scheme}/${id}/viewing`

/** What there is to see once nothing of it is being made any more. */
async function seen(dam: Dam, person: Person, scheme: string, id: string): Promise<Viewing> {
  await dam.settle()
  const ask = async () => (await person.get<Viewing>(path(scheme, id))).body
  await expect.poll(async () => (await ask()).isComing, { timeout: 30_000 }).toBe(false)
  return await ask()
}

test('a PDF has pages to turn, each a picture of any size', async ({ dam }) => {
  const mara = await dam.person('mara')
  const id = await mara.has({ name: 'report.pdf', bytes: await readFile(realMedia.pdf) })

  const { pages, why, play } = await seen(dam, mara, 'document', id)

  expect(pages).toMatchObject({ count: 14, width: 612, height: 792 })
  expect([why, play]).toEqual([null, null])
  const page = await dam.ask('GET', pages?.address.replace('{page}', '14').replace('{size}', '300') ?? '')
  expect(await sharp(page.bytes).metadata()).toMatchObject({ height: 300 })
  const beyond = await dam.ask('GET', pages?.address.replace('{page}', '15').replace('{size}', '300') ?? '')
  expect(beyond.status).toBe(404)
})

test.skipIf(!hasFfmpeg)('a film has frames and plays, a sound has its loudness (needs ffmpeg)', async ({ dam }) => {
  const mara = await dam.person('mara')
  const film = await mara.has({ name: 'film.webm', bytes: await readFile(realMedia.webm) })
  const sound = await mara.has({ name: 'sound.mp3', bytes: await readFile(realMedia.mp3) })

  const ofFilm = await seen(dam, mara, 'video', film)
  const frames = await dam.ask('GET', ofFilm.storyboard?.address ?? '')
  const { width } = await sharp(frames.bytes).metadata()
  expect(width).toBe((ofFilm.storyboard?.frameWidth ?? 0) * (ofFilm.storyboard?.columns ?? 0))
  expect(ofFilm.play?.status).toBe('ready')
  const played = await dam.ask('GET', ofFilm.play?.address ?? '')
  expect([played.status, played.headers.get('content-type')]).toEqual([200, 'video/mp4'])

  const ofSound = await seen(dam, mara, 'audio', sound)
  expect(ofSound.waveform?.length).toBeGreaterThan(50)
  expect(Math.max(...(ofSound.waveform ?? []))).toBeLessThanOrEqual(1)
})

const idle = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern
  damOptions: async ({}, use: (options: DamOptions) => Promise<void>) => await use({ env: { DESCANT_WORKERS: '0' } }),
})
idle.skipIf(!hasFfmpeg)('a film that is being made ready says how much is done (needs ffmpeg)', async ({ dam }) => {
  const mara = await dam.person('mara')
  const { id } = await putAsset(dam, { scheme: 'video', name: 'a.mp4', current: { contentType: 'video/mp4' } })
  const play = async () => (await mara.get<Viewing>(path('video', id))).body.play
  expect(await play()).toEqual({ status: 'coming', address: null, done: null })

  await dam.library.transaction(async ({ jobs }) => {
    const job = await jobs.lease(dam.adapters.clock.now(), 0, ['make-playable'])
    await jobs.extend(job?.id ?? '', dam.adapters.clock.now(), 0.4)
  })

  expect(await play()).toEqual({ status: 'coming', address: null, done: 0.4 })
})

test('a file that can’t be drawn says why', async ({ dam }) => {
  const mara = await dam.person('mara')
  const id = await mara.has({ name: 'notes.qqq', bytes: Buffer.from([0, 1, 2, 3, 250, 251]) })

  expect(await seen(dam, mara, 'other', id)).toMatchObject({
    isDrawn: false,
    why: 'QQQ files have no preview.',
    pages: null,
    storyboard: null,
    waveform: null,
  })
})

test('an older version is looked at by its id, and its picture is its own', async ({ dam }) => {
  const mara = await dam.person('mara')
  const square = (side: number) =>
    sharp({ create: { width: side, height: side, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
  const id = await mara.has({ name: 'a.png', bytes: await square(20) })
  await mara.upload({ name: 'b.png', bytes: await square(30) }, { 'x-amz-meta-id': id, 'x-amz-meta-scheme': 'image' })
  const { body: details } = await mara.get<{ versionHistory: { versionId: string }[] }>(`/api/v1/image/${id}`)
  const first = details.versionHistory.at(-1)?.versionId

  const old = (await mara.get<Viewing>(`${path('image', id)}?version=${first}`)).body
  const now = (await mara.get<Viewing>(path('image', id))).body

  const widthOf = async ({ preview }: Viewing) => (await sharp((await dam.ask('GET', preview)).bytes).metadata()).width
  expect([await widthOf(old), await widthOf(now)]).toEqual([20, 30])
  expect((await mara.get(`${path('image', id)}?version=nothing`)).status).toBe(404)
})

test('who may not see a file may not look at it', async ({ dam }) => {
  const mara = await dam.person('mara')
  const cora = await dam.person('cora', { role: 'consumer' })
  const id = (await mara.has({ name: 'a.txt', bytes: Buffer.from('hello') })) as AssetId

  expect((await cora.get(path('document', id))).status).toBe(200)
  await dam.library.transaction(({ assets }) => assets.update(id, { approval: 'Pending' }))

  expect((await cora.get(path('document', id))).status).toBe(404)
  expect((await mara.get(path('image', id))).status).toBe(404)
  expect((await mara.get(path('picture', id))).status).toBe(404)
  expect((await dam.ask('GET', path('document', id))).status).toBe(401)
})
