import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ContentDetails } from '@descant/contract'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { type Dam, test } from '../../../test/harness/dam.ts'
import type { Person } from '../../../test/harness/person.ts'

const photo = await readFile(realMedia.photoWithPosition) // 2448 × 2448
const upright = await readFile(realMedia.photoSideways) // 480 × 640 once it stands
const text = 'abcdefghijklmnopqrstuvwxyz'

const urlsOf = async (person: Person, scheme: string, id: string) =>
  (await person.get<ContentDetails>(`/api/v1/${scheme}/${id}`)).body.url

/** The signed address of a new text of twenty-six letters. */
async function letters(dam: Dam, name = 'letters.txt') {
  const mara = await dam.person('mara')
  const id = await mara.has({ name, bytes: Buffer.from(text) })
  const { directUrlOriginal = '', directUrlPreview = '' } = await urlsOf(mara, 'document', id)
  return { mara, id, original: directUrlOriginal, preview: directUrlPreview }
}

async function pictureOf(dam: Dam, bytes: Uint8Array, name = 'photo.jpg') {
  const mara = await dam.person('mara')
  const id = await mara.has({ name, bytes })
  const { directUrlPreview = '' } = await urlsOf(mara, 'image', id)
  const at = (end: string | number) => directUrlPreview.replace(/800$/, String(end))
  return { mara, id, at }
}

describe('an original', () => {
  test('comes as it was, to be saved and not to be run', async ({ dam }) => {
    const mara = await dam.person('mara')
    const page = Buffer.from('<!doctype html><title>x</title><script>alert(1)</script>')
    const id = await mara.has({ name: 'Grüße “an” alle (1).html', bytes: page })
    const { scheme } =
      (await mara.get<{ results: { scheme: string }[] }>('/api/v1/upload/status')).body.results[0] ?? {}
    const { directUrlOriginal = '' } = await urlsOf(mara, scheme ?? '', id)

    const { status, bytes, headers } = await dam.ask('GET', directUrlOriginal)

    expect(status).toBe(200)
    expect(bytes.equals(page)).toBe(true)
    expect(headers.get('content-length')).toBe(String(page.length))
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Gru_e _an_ alle (1).html"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%E2%80%9Can%E2%80%9D%20alle%20%281%29.html`,
    )
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toMatch(/^private, max-age=\d+$/)
    expect(headers.get('accept-ranges')).toBe('bytes')
  })

  test('answers HEAD like GET, without bytes', async ({ dam }) => {
    const { original } = await letters(dam)

    const [got, head] = [await dam.ask('GET', original), await dam.ask('HEAD', original)]

    expect(head).toMatchObject({ status: 200, body: '' })
    for (const name of ['content-length', 'content-type', 'etag', 'last-modified', 'content-disposition']) {
      expect(head.headers.get(name), name).toBe(got.headers.get(name))
    }
  })

  test('comes in ranges', async ({ dam }) => {
    const { original } = await letters(dam)
    const part = (range: string, headers = {}) => dam.ask<string>('GET', original, { headers: { range, ...headers } })

    expect(await part('bytes=0-4')).toMatchObject({ status: 206, body: 'abcde' })
    expect((await part('bytes=-3')).headers.get('content-range')).toBe('bytes 23-25/26')
    expect(await part('bytes=20-')).toMatchObject({ status: 206, body: 'uvwxyz' })
    expect(await part('lines=1-2')).toMatchObject({ status: 200, body: text })

    const beyond = await part('bytes=26-')
    expect(beyond).toMatchObject({ status: 416, body: { code: 41600, message: expect.stringContaining('26') } })
    expect(beyond.headers.get('content-range')).toBe('bytes */26')
  })

  test('comes in several ranges at once', async ({ dam }) => {
    const { original } = await letters(dam)

    const { status, headers, body, bytes } = await dam.ask<string>('GET', original, {
      headers: { range: 'bytes=0-1,24-' },
    })

    expect(status).toBe(206)
    const boundary = /^multipart\/byteranges; boundary=(\w+)$/.exec(headers.get('content-type') ?? '')?.[1]
    expect(headers.get('content-length')).toBe(String(bytes.length))
    expect(body.split(`--${boundary}`).map((part) => part.trim().split('\r\n'))).toEqual([
      [''],
      ['content-type: text/plain', 'content-range: bytes 0-1/26', '', 'ab'],
      ['content-type: text/plain', 'content-range: bytes 24-25/26', '', 'yz'],
      ['--'],
    ])
  })

  test('is not sent again to who has it', async ({ dam }) => {
    const { original } = await letters(dam)
    const { headers } = await dam.ask('GET', original)
    const [etag, modified] = [headers.get('etag') ?? '', headers.get('last-modified') ?? '']
    const ask = async (asked: Record<string, string>) => (await dam.ask('GET', original, { headers: asked })).status

    expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
    expect(await ask({ 'if-none-match': etag })).toBe(304)
    expect(await ask({ 'if-none-match': `"other", W/${etag}` })).toBe(304)
    expect(await ask({ 'if-none-match': '*' })).toBe(304)
    expect(await ask({ 'if-none-match': '"other"' })).toBe(200)
    expect(await ask({ 'if-modified-since': modified })).toBe(304)
    expect(await ask({ 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).toBe(200)
    expect(await ask({ 'if-modified-since': 'yesterday' })).toBe(200)
    // the tag decides where both are given
    expect(await ask({ 'if-none-match': '"other"', 'if-modified-since': modified })).toBe(200)
    expect(await ask({ 'if-match': '"other"' })).toBe(412)
    expect(await ask({ 'if-match': etag })).toBe(200)
    expect(await ask({ 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).toBe(412)
  })

  test('is continued only while it is the same', async ({ dam }) => {
    const { original } = await letters(dam)
    const { headers } = await dam.ask('GET', original)
    const from20 = async (ifRange: string) =>
      (await dam.ask('GET', original, { headers: { range: 'bytes=20-', 'if-range': ifRange } })).status

    expect(await from20(headers.get('etag') ?? '')).toBe(206)
    expect(await from20(headers.get('last-modified') ?? '')).toBe(206)
    expect(await from20('"other"')).toBe(200)
    expect(await from20(`W/${headers.get('etag')}`)).toBe(200)
    expect(await from20('Thu, 01 Jan 1970 00:00:00 GMT')).toBe(200)
  })

  test('of nothing at all is nothing', async ({ dam }) => {
    const anna = await dam.person('anna', { role: 'admin' })
    const { id } = await anna.upload({ name: 'empty.bin', bytes: Buffer.alloc(0) })
    await anna.post(`/web/v1/uploads/${id}/take-in`)
    await dam.settle()
    const { directUrlOriginal = '' } = await urlsOf(anna, 'other', id)

    expect(await dam.ask('GET', directUrlOriginal)).toMatchObject({ status: 200, body: '' })
    expect(await dam.ask('GET', directUrlOriginal, { headers: { range: 'bytes=0-' } })).toMatchObject({ status: 416 })
  })

  test('can be read by pages of any origin', async ({ dam }) => {
    const { original } = await letters(dam)

    const { headers } = await dam.ask('GET', original, { headers: { origin: 'https://elsewhere.example' } })

    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-expose-headers')).toContain('Content-Range')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })
})

describe('a signed address', () => {
  test('is 403 once it has expired, or when anything in it is changed', async ({ dam }) => {
    const { original } = await letters(dam)
    const parts = original.split('/')
    const changed = (index: number, value: string) => parts.with(index, value).join('/')
    const at = parts.indexOf('original')

    expect(await dam.ask('GET', changed(at, 'preview').replace(/[^/]*$/, '240'))).toMatchObject({ status: 403 })
    for (const index of [1, 2]) {
      expect(await dam.ask('GET', changed(at + index, '0'.repeat(26)))).toMatchObject({ status: 403 })
    }
    expect(await dam.ask('GET', changed(at + 3, '9999999999'))).toMatchObject({
      status: 403,
      body: { code: 40300, message: expect.any(String) },
    })
    expect(await dam.ask('GET', changed(at + 4, 'x'))).toMatchObject({ status: 403 })
    expect(await dam.ask('GET', changed(at + 5, 'another name.txt'))).toMatchObject({ status: 200 })
    expect(await dam.ask('GET', changed(at, 'raw'))).toMatchObject({ status: 404 })

    dam.advance({ minutes: 5 })
    expect(await dam.ask('GET', original)).toMatchObject({ status: 200 })
    dam.advance({ minutes: 55 })
    expect(await dam.ask('GET', original)).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('expired') },
    })
  })

  test("means nothing on another account's host", async ({ dam }) => {
    const { original } = await letters(dam)
    const other = await dam.addAccount('other.test')

    expect(await dam.ask('GET', original, { headers: { 'x-forwarded-host': other.host } })).toMatchObject({
      status: 403,
    })
  })

  test('gives a renamed file its new name, and nothing of a deleted one', async ({ dam }) => {
    const { mara, id, original } = await letters(dam)
    await dam.ask('GET', original)
    await mara.put(`/api/v1/document/${id}/rename`, { body: { name: 'alphabet.txt' } })

    expect((await dam.ask('GET', original)).headers.get('content-disposition')).toBe(
      'attachment; filename="alphabet.txt"',
    )

    await dam.library.transaction(({ assets, changes }) =>
      assets.trash(id, 1).then(() => changes.append([{ event: 'asset.deleted', scheme: 'document', id, time: 1 }])),
    )
    await expect.poll(async () => (await dam.ask('GET', original)).status).toBe(404)
  })
})

describe('a preview', () => {
  test('has the size asked for on its longest side, and never more than the file', async ({ dam }) => {
    const { at } = await pictureOf(dam, upright)

    const sizeAt = async (size: number) => {
      const { status, bytes, headers } = await dam.ask('GET', at(size))
      expect([status, headers.get('content-type')]).toEqual([200, 'image/jpeg'])
      const { width, height, format } = await sharp(bytes).metadata()
      expect(format).toBe('jpeg')
      return [width, height]
    }
    expect(await sizeAt(240)).toEqual([180, 240])
    expect(await sizeAt(100)).toEqual([75, 100])
    expect(await sizeAt(333)).toEqual([250, 333])
    expect(await sizeAt(640)).toEqual([480, 640])
    expect(await sizeAt(800)).toEqual([480, 640])
    expect(await sizeAt(100_000)).toEqual([480, 640])
  })

  test('larger than what was made at intake is drawn from the file', async ({ dam }) => {
    const { at } = await pictureOf(dam, photo)

    const { width } = await sharp((await dam.ask('GET', at(1500))).bytes).metadata()

    expect(width).toBe(1500)
  })

  test('is WebP, AVIF or JPEG as the client likes', async ({ dam }) => {
    const { at } = await pictureOf(dam, upright)
    const kindFor = async (end: string, accept: string) => {
      const { headers, bytes } = await dam.ask('GET', at(end), { headers: { accept } })
      const { format, compression } = await sharp(bytes).metadata()
      return { type: headers.get('content-type'), format, compression, vary: headers.get('vary') }
    }

    expect(await kindFor('300', 'image/webp')).toMatchObject({ type: 'image/webp', format: 'webp', vary: 'Accept' })
    expect(await kindFor('300', 'image/avif')).toMatchObject({ type: 'image/avif', compression: 'av1' })
    expect(await kindFor('300', '*/*')).toMatchObject({ type: 'image/jpeg', format: 'jpeg' })
    expect(await kindFor('300.webp', '*/*')).toMatchObject({ type: 'image/webp', format: 'webp', vary: null })
  })

  test('may be kept by a browser and is not sent twice', async ({ dam }) => {
    const { at } = await pictureOf(dam, upright)
    const { headers } = await dam.ask('GET', at(240))

    const again = await dam.ask('GET', at(240), { headers: { 'if-none-match': headers.get('etag') ?? '' } })
    const head = await dam.ask('HEAD', at(240))

    expect(headers.get('cache-control')).toMatch(/^private, max-age=\d+, immutable$/)
    expect(again).toMatchObject({ status: 304, body: '' })
    expect(head).toMatchObject({ status: 200, body: '' })
    expect(head.headers.get('content-length')).toBe(headers.get('content-length'))
  })

  test('asked for by many at the same time is drawn once and kept', async ({ dam }) => {
    const { at } = await pictureOf(dam, photo)
    const objects = dam.adapters.objectsOf(dam.account.id)
    const kept = async () => {
      const keys: string[] = []
      for await (const key of objects.list('renditions/')) keys.push(key.split('/').at(-1) ?? '')
      return keys
    }

    const answers = await Promise.all(Array.from({ length: 30 }, () => dam.ask('GET', at(1000))))
    await dam.ask('GET', at(1001))

    expect(new Set(answers.map(({ bytes }) => bytes.toString('base64'))).size).toBe(1)
    expect(await kept()).toEqual(['preview-1000.jpg', 'preview-240.jpg', 'preview-800.jpg'])
  })

  test('that was lost is drawn again', async ({ dam }) => {
    const { at } = await pictureOf(dam, upright)
    const objects = dam.adapters.objectsOf(dam.account.id)
    for await (const key of objects.list('renditions/')) await objects.delete(key)

    for (const size of [240, 100]) {
      const { width, height } = await sharp((await dam.ask('GET', at(size))).bytes).metadata()
      expect(Math.max(width, height)).toBe(size)
    }
  })

  test('of a file that has none is an icon, as large as asked', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has({ name: 'things.zip', bytes: Buffer.from('504b0506'.padEnd(44, '0'), 'hex') })
    const { directUrlPreview: preview = '' } = await urlsOf(mara, 'other', id)

    for (const size of [64, 240]) {
      const { status, bytes, headers } = await dam.ask('GET', preview.replace(/800$/, String(size)))
      expect(status).toBe(200)
      expect(headers.get('cache-control')).not.toContain('immutable')
      expect(await sharp(bytes).metadata()).toMatchObject({ width: size, height: size, format: 'jpeg' })
    }
  })

  test.for(['0', '-1', 'x', '240.svg', '1e3'])('of the size %s is 400', async (end, { dam }) => {
    const { at } = await pictureOf(dam, upright)

    expect(await dam.ask('GET', at(end))).toMatchObject({ status: 400, body: { code: 40000 } })
  })
})

test('a large original comes whole while others are served', async ({ dam }) => {
  const mara = await dam.person('mara')
  const large = randomBytes(30_000_000)
  const id = await mara.has({ name: 'large.bin', bytes: large })
  const { directUrlOriginal = '' } = await urlsOf(mara, 'other', id)

  const [first, second, detail] = await Promise.all([
    dam.ask('GET', directUrlOriginal),
    dam.ask('GET', directUrlOriginal, { headers: { range: 'bytes=15000000-' } }),
    mara.get(`/api/v1/other/${id}`),
  ])

  expect(first.bytes.equals(large)).toBe(true)
  expect(second.bytes.equals(large.subarray(15_000_000))).toBe(true)
  expect(detail.status).toBe(200)
})
