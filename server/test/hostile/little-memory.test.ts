import { readFile } from 'node:fs/promises'
import type { UploadSetting, UploadStatusList } from '@descant/contract'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { realMedia } from '../fixtures/real-media.ts'
import { ask } from '../harness/http-client.ts'
import { type ServerProcess, startServerProcess } from '../harness/server-process.ts'

const mebibyte = 1024 * 1024
const limit = 512 * mebibyte
const isLinux = process.platform === 'linux'

let server: ServerProcess | undefined
afterEach(() => server?.close())

/** The same pixels under other bytes, so that each is drawn for itself. */
const another = (photo: Buffer, number: number) => Buffer.concat([photo, Buffer.from([number])])

test.skipIf(!isLinux)(
  'ten photos of 24 megapixels at once take no more than 512 MB, decoders and exiftool and all (needs Linux)',
  { timeout: 180_000 },
  async () => {
    server = await startServerProcess({ DESCANT_WORKERS: '10' })
    const { origin, authorization } = server
    const headers = { authorization }
    const photo = await readFile(realMedia.photo24Megapixels)
    let peak = 0
    // Measured, not enforced: under such a limit of its data segment Node does not start at all.
    const watch = setInterval(() => void server?.treeMemory().then((memory) => (peak = Math.max(peak, memory))), 25)

    const { url, ...given } = (await ask<UploadSetting>('GET', `${origin}/api/v1/upload/setting`, { headers })).body
    const posted = await Promise.all(
      Array.from({ length: 10 }, async (_, number) => {
        const form = new FormData()
        for (const [name, value] of Object.entries(given)) form.append(name, value)
        form.append('file', new Blob([another(photo, number)]), `photo-${number}.jpg`)
        return (await ask('POST', url, { body: form })).status
      }),
    )
    const states = async () => {
      const { body } = await ask<UploadStatusList>('GET', `${origin}/api/v1/upload/status?hours=24`, { headers })
      return body.results.map(({ status }) => status)
    }
    await expect.poll(states, { timeout: 120_000 }).toEqual(Array.from({ length: 10 }, () => 'Done'))
    clearInterval(watch)

    expect(posted).toEqual(Array.from({ length: 10 }, () => 200))
    expect(await ask('GET', `${origin}/health/ready`)).toMatchObject({ status: 200 })
    expect(peak).toBeGreaterThan(0)
    expect(peak / mebibyte).toBeLessThan(limit / mebibyte)
  },
)

test.skipIf(!isLinux)(
  'a PNG of a picture of 120 megapixels takes the server no memory of its size (needs Linux)',
  { timeout: 180_000 },
  async () => {
    server = await startServerProcess({ DESCANT_MEDIA_SECONDS: '300' })
    const { origin, authorization } = server
    const headers = { authorization }
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
    const small = await sharp({ create: { width: 1200, height: 1000, channels: 3, background: '#888', noise } })
      .jpeg()
      .toBuffer()
    // so many pixels that the PNG is far larger than what the server may take
    const bytes = await sharp(small).resize(12_000, 10_000, { kernel: 'nearest' }).jpeg({ quality: 60 }).toBuffer()
    const { url, ...given } = (await ask<UploadSetting>('GET', `${origin}/api/v1/upload/setting`, { headers })).body
    const form = new FormData()
    for (const [name, value] of Object.entries(given)) form.append(name, value)
    form.append('file', new Blob([bytes]), 'large.jpg')
    await ask('POST', url, { body: form })
    const entry = async () => {
      const { body } = await ask<UploadStatusList>('GET', `${origin}/api/v1/upload/status`, { headers })
      return body.results[0]
    }
    await expect.poll(async () => (await entry())?.status, { timeout: 120_000 }).toBe('Done')
    const before = await server.peakMemory()

    const redirect = await ask('GET', `${origin}/api_binary/v1/image/${(await entry())?.id}/PNG`, { headers })
    const answer = await fetch(redirect.headers.get('location') ?? '')
    let size = 0
    for await (const chunk of answer.body ?? []) size += chunk.length

    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(size).toBeGreaterThan(100 * mebibyte)
    const grown = ((await server.peakMemory()) - before) / mebibyte

    expect(grown).toBeLessThan(120)
  },
)
