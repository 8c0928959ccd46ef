import { readFile } from 'node:fs/promises'
import type { UploadSetting, UploadStatusList } from '@descant/contract'
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
