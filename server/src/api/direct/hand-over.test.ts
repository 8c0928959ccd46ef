import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContentDetails } from '@descant/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { test as base, type Dam, type DamOptions } from '../../../test/harness/dam.ts'
import { ask } from '../../../test/harness/http-client.ts'
import { hasNginx, type Nginx, startDocumentedNginx } from '../../../test/harness/nginx.ts'
import { type ThrowawayBucket, throwawayBucket } from '../../../test/harness/throwaway-bucket.ts'

const text = 'abcdefghijklmnopqrstuvwxyz'

/** The path of the signed address of a new text of twenty-six letters. */
async function letters(dam: Dam, name = 'letters.txt'): Promise<string> {
  const mara = await dam.person('mara')
  const id = await mara.has({ name, bytes: Buffer.from(text) })
  const { url } = (await mara.get<ContentDetails>(`/api/v1/document/${id}`)).body
  return new URL(url.directUrlOriginal ?? '').pathname
}

const behindNginx = base
  .extend<{ objectsFolder: string }>({
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from here
    objectsFolder: async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'descant-objects-'))
      await use(folder)
      await rm(folder, { recursive: true, force: true })
    },
  })
  .extend({
    damOptions: async ({ objectsFolder }, use: (options: DamOptions) => Promise<void>) => {
      await use({ env: { DESCANT_ACCEL_REDIRECT: '/descant-objects/', DESCANT_OBJECTS: `file:${objectsFolder}` } })
    },
  })
  .extend<{ nginx: Nginx }>({
    nginx: async ({ dam, objectsFolder }, use) => {
      const nginx = await startDocumentedNginx(dam.origin, objectsFolder)
      await use(nginx)
      await nginx.close()
    },
  })

describe.skipIf(!hasNginx)('behind nginx, as the documentation sets it up (needs nginx)', () => {
  const test = behindNginx

  test('an original is sent by nginx, as the server would have sent it', async ({ dam, nginx }) => {
    const path = await letters(dam, 'Grüße.txt')
    const direct = await dam.ask<string>('GET', path)
    const viaProxy = await ask<string>('GET', nginx.origin + path)

    expect(viaProxy).toMatchObject({ status: 200, body: text })
    expect(viaProxy.headers.get('server')).toContain('nginx')
    expect(viaProxy.headers.get('x-accel-redirect')).toBeNull()
    for (const name of [
      'content-type',
      'content-length',
      'content-disposition',
      'content-security-policy',
      'x-content-type-options',
      'cache-control',
      'etag',
      'last-modified',
      'accept-ranges',
      'access-control-allow-origin',
      'cross-origin-resource-policy',
    ]) {
      expect(direct.headers.get(name), name).not.toBeNull()
      expect(viaProxy.headers.get(name), name).toBe(direct.headers.get(name))
    }
  })

  test('the bytes really come from nginx, not through it', async ({ dam, nginx }) => {
    const path = await letters(dam)

    const seen = await ask('GET', dam.origin + path, { headers: { 'x-forwarded-for': '192.0.2.1' } })

    expect(seen).toMatchObject({ status: 200, body: '' })
    expect(seen.headers.get('x-accel-redirect')).toMatch(
      /^\/descant-objects\/\w+\/originals\/\w\w\/\w\w\/[0-9a-f]{64}$/,
    )
    expect(await ask('GET', nginx.origin + (seen.headers.get('x-accel-redirect') ?? ''))).toMatchObject({ status: 404 })
  })

  test('ranges, states and continued downloads are what they are without it', async ({ dam, nginx }) => {
    const path = await letters(dam)
    const { headers } = await ask('GET', nginx.origin + path)
    const etag = headers.get('etag') ?? ''
    const asking = async (given: Record<string, string>) => {
      const { status, body } = await ask<string>('GET', nginx.origin + path, { headers: given })
      return { status, body: status < 300 ? body : '' }
    }

    expect(await asking({ range: 'bytes=2-4' })).toEqual({ status: 206, body: 'cde' })
    expect(await asking({ range: 'bytes=99-' })).toMatchObject({ status: 416 })
    expect(await asking({ range: 'bytes=20-', 'if-range': etag })).toEqual({ status: 206, body: 'uvwxyz' })
    expect(await asking({ range: 'bytes=20-', 'if-range': '"other"' })).toEqual({ status: 200, body: text })
    expect(await asking({ 'if-none-match': etag })).toMatchObject({ status: 304 })
    expect(await asking({ 'if-none-match': '"other"' })).toMatchObject({ status: 200 })
    expect(await asking({ 'if-match': etag })).toMatchObject({ status: 200 })
    expect(await asking({ 'if-match': '"other"' })).toMatchObject({ status: 412 })
    expect(await asking({ 'if-modified-since': headers.get('last-modified') ?? '' })).toMatchObject({ status: 304 })
    const several = await ask<string>('GET', nginx.origin + path, { headers: { range: 'bytes=0-1,24-' } })
    expect(several.status).toBe(206)
    expect(several.headers.get('content-type')).toMatch(/^multipart\/byteranges/)
    expect(await ask('HEAD', nginx.origin + path)).toMatchObject({ status: 200, body: '' })
  })

  test('who comes past nginx gets the bytes all the same', async ({ dam }) => {
    const path = await letters(dam)

    expect(await dam.ask('GET', path)).toMatchObject({ status: 200, body: text })
  })

  test('a forged address gets nothing from nginx either', async ({ dam, nginx }) => {
    const path = await letters(dam)

    expect(await ask('GET', nginx.origin + path.replace(/\d{10}/, '9999999999'))).toMatchObject({ status: 403 })
  })
})

describe('with S3 storage', () => {
  let bucket: ThrowawayBucket
  beforeAll(async () => {
    bucket = await throwawayBucket()
  })
  afterAll(() => bucket.close())

  const onS3 = (options: Record<string, string> = {}) =>
    base.extend({
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads what a fixture needs from here
      damOptions: async ({}, use: (options: DamOptions) => Promise<void>) => {
        await use({ env: { DESCANT_OBJECTS: bucket.address(options) } })
      },
    })

  onS3({ redirect: '1' })('who wants an original is sent to the bucket, to have it under its name', async ({ dam }) => {
    const path = await letters(dam, 'Grüße.txt')

    const sent = await dam.ask('GET', path)

    expect(sent).toMatchObject({ status: 307, body: '' })
    expect(sent.headers.get('cache-control')).toBe('private, no-store')
    const there = await fetch(sent.headers.get('location') ?? '')
    expect([there.status, await there.text()]).toEqual([200, text])
    expect(there.headers.get('content-disposition')).toContain("filename*=UTF-8''Gr%C3%BC%C3%9Fe.txt")
    expect(there.headers.get('content-type')).toBe('text/plain')
    expect(await dam.ask('HEAD', path)).toMatchObject({ status: 200 })
    const { headers } = await dam.ask('HEAD', path)
    const unchanged = { headers: { 'if-none-match': headers.get('etag') ?? '' } }
    expect(await dam.ask('GET', path, unchanged)).toMatchObject({ status: 304 })
  })

  onS3()('bytes come through the server unless told otherwise, in ranges too', async ({ dam }) => {
    const path = await letters(dam)

    expect(await dam.ask('GET', path)).toMatchObject({ status: 200, body: text })
    expect(await dam.ask('GET', path, { headers: { range: 'bytes=-3' } })).toMatchObject({ status: 206, body: 'xyz' })
    const several = await dam.ask<string>('GET', path, { headers: { range: 'bytes=0-1,24-' } })
    expect(several).toMatchObject({ status: 206, body: expect.stringContaining('bytes 24-25/26') })
  })

  onS3()('a photo is taken in and has its previews', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has({ name: 'photo.jpg', bytes: await readFile(realMedia.photoSideways) })
    const { url } = (await mara.get<ContentDetails>(`/api/v1/image/${id}`)).body

    for (const size of [240, 333]) {
      const { bytes } = await dam.ask('GET', (url.directUrlPreview ?? '').replace(/800$/, String(size)))
      const { width, height } = await sharp(bytes).metadata()
      expect(Math.max(width, height)).toBe(size)
    }
  })
})
