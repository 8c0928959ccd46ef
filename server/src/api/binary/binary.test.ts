import { readFile } from 'node:fs/promises'
import type { BatchDirectUri, ContentDetails } from '@descant/contract'
import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { type Dam, test } from '../../../test/harness/dam.ts'
import type { Person } from '../../../test/harness/person.ts'
import type { AssetId } from '../../domain/asset/asset.ts'

const photo = await readFile(realMedia.photoWithPosition) // 2448 × 2448
const note = { name: 'note.txt', bytes: Buffer.from('Bring the posters.') }

/** As a client goes that follows redirects, and only exactly these. */
async function follow(dam: Dam, person: Person, path: string, headers: Record<string, string> = {}) {
  const answer = await person.get(path, { headers })
  expect(answer.status, path).toBe(302)
  const location = answer.headers.get('location') ?? ''
  expect(location).toMatch(new RegExp(`^${dam.origin}/direct/`))
  return await dam.ask<string>('GET', location, { headers: headers.accept ? { accept: headers.accept } : {} })
}

describe('a download', () => {
  test('leads with exactly 302 to an address without a token, and there to the original bytes', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has(note)
    const path = `/api_binary/v1/document/${id}`

    expect((await follow(dam, mara, path)).bytes.equals(note.bytes)).toBe(true)

    const head = await mara.ask('HEAD', path)
    expect(head).toMatchObject({ status: 302, body: '' })
    expect(head.headers.get('cache-control')).toContain('no-store')
  })

  test('takes the token in the query too', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has(note)

    for (const query of [`Authorization=${mara.token}`, `access_token=${mara.token}`]) {
      expect(await dam.ask('GET', `/api_binary/v1/document/${id}?${query}`)).toMatchObject({ status: 302 })
    }
    expect(await dam.ask('GET', `/api_binary/v1/document/${id}`)).toMatchObject({ status: 401 })
  })

  test('of a version gives that version, also after newer ones', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has({ name: 'poster.txt', bytes: Buffer.from('first') })
    await mara.upload({ name: 'poster 2.txt', bytes: Buffer.from('second') }, { 'x-amz-meta-id': id })
    const { versionHistory } = (await mara.get<ContentDetails>(`/api/v1/document/${id}`)).body

    const bodies = []
    for (const { uri } of versionHistory) {
      const download = await follow(dam, mara, new URL(uri.download).pathname)
      const preview = await follow(dam, mara, new URL(uri.preview).pathname)
      expect(preview.headers.get('content-type')).toBe('image/jpeg')
      bodies.push([download.body, /filename="(.*?)"/.exec(download.headers.get('content-disposition') ?? '')?.[1]])
    }

    expect(bodies).toEqual([
      ['second', 'poster.txt'],
      ['first', 'poster.txt'],
    ])
    expect((await follow(dam, mara, `/api_binary/v1/document/${id}`)).body).toBe('second')
  })

  test('is 404 for what is not there, by whatever part of its address', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has(note)
    const nobody = '0'.repeat(26)

    for (const path of [
      `document/${nobody}`,
      `image/${id}`,
      `Document/${id}`,
      `folder/${id}`,
      `document/${id}/${nobody}`,
      `document/${id}/${nobody}/preview`,
      `document/${id}/PNG`,
      `document/${id}/play`,
      `document/${nobody}/previewURI`,
      `document/${nobody}/directuri`,
    ]) {
      expect(await mara.get(`/api_binary/v1/${path}`), path).toMatchObject({ status: 404, body: { code: 40400 } })
    }
    expect(await mara.get(`/api_binary/p/press/v1/document/${id}`)).toMatchObject({ status: 404 })
  })

  test('of what a consumer may not see is 404, like what is not there', async ({ dam }) => {
    const [mara, carl] = [await dam.person('mara'), await dam.person('carl', { role: 'consumer' })]
    const id = await mara.has(note)
    expect(await carl.get(`/api_binary/v1/document/${id}`)).toMatchObject({ status: 302 })

    await dam.library.transaction(({ assets }) => assets.update(id, { approval: 'Restricted' }))

    for (const end of ['', '/preview', '/directuri', '/previewURI', '/metadata']) {
      expect(await carl.get(`/api_binary/v1/document/${id}${end}`), end).toMatchObject({ status: 404 })
      expect((await mara.get(`/api_binary/v1/document/${id}${end}`)).status, end).toBeLessThan(400)
    }
  })

  test('of another account is nowhere', async ({ dam }) => {
    const other = await dam.addAccount('other.test')
    const [mara, olga] = [await dam.person('mara', { of: other }), await dam.person('olga')]
    const atHome = { headers: { 'x-forwarded-host': dam.account.host } }
    const id = await mara.has(note)

    expect(await mara.get(`/api_binary/v1/document/${id}`)).toMatchObject({ status: 302 })
    expect(await olga.get('/api/v1/user', atHome)).toMatchObject({ status: 200 })
    for (const end of ['', '/preview', '/directuri']) {
      expect(await olga.get(`/api_binary/v1/document/${id}${end}`, atHome)).toMatchObject({
        status: 404,
        body: { message: expect.stringContaining(id) },
      })
    }
  })
})

describe('a preview', () => {
  test('is 240 pixels, or as many as asked', async ({ dam }) => {
    const mara = await dam.person('mara')
    const base = `/api_binary/v1/image/${await mara.has({ name: 'photo.jpg', bytes: photo })}`
    const widthAt = async (path: string) => (await sharp((await follow(dam, mara, path)).bytes).metadata()).width

    expect(await widthAt(`${base}/preview`)).toBe(240)
    expect(await widthAt(`${base}/preview/500`)).toBe(500)
    expect(await widthAt(`${base}/preview/5000`)).toBe(2448)
    for (const size of ['0', 'x', '-5']) {
      expect(await mara.get(`${base}/preview/${size}`)).toMatchObject({ status: 400, body: { code: 40000 } })
    }
  })

  test('has the format that the first request accepts, whoever follows', async ({ dam }) => {
    const mara = await dam.person('mara')
    const base = `/api_binary/v1/image/${await mara.has({ name: 'photo.jpg', bytes: photo })}`
    const typeFor = async (accept: string) => {
      const { headers } = await mara.get(`${base}/preview`, { headers: { accept } })
      expect(headers.get('vary')).toContain('Accept')
      return (await dam.ask('GET', headers.get('location') ?? '')).headers.get('content-type')
    }

    expect(await typeFor('image/avif,image/webp,*/*')).toBe('image/webp')
    expect(await typeFor('image/avif')).toBe('image/avif')
    expect(await typeFor('*/*')).toBe('image/jpeg')
  })
})

test('an image comes as PNG and as large and small JPEG', async ({ dam }) => {
  const mara = await dam.person('mara')
  const base = `/api_binary/v1/image/${await mara.has({ name: 'photo.original.jpg', bytes: photo })}`
  const made = async (as: string) => {
    const { bytes, headers } = await follow(dam, mara, `${base}/${as}`)
    const { width, height, format, space } = await sharp(bytes).metadata()
    const name = /filename="(.*?)"/.exec(headers.get('content-disposition') ?? '')?.[1]
    return { width, height, format, space, name, type: headers.get('content-type'), size: bytes.length }
  }

  const [png, high, low] = [await made('PNG'), await made('HighJPG'), await made('LowJPG')]

  const full = { width: 2448, height: 2448, space: 'srgb' }
  expect(png).toMatchObject({ ...full, format: 'png', type: 'image/png', name: 'photo.original.png' })
  expect(high).toMatchObject({ ...full, format: 'jpeg', type: 'image/jpeg', name: 'photo.original.jpg' })
  expect(low).toMatchObject({ width: 1200, height: 1200, format: 'jpeg' })
  expect(low.size).toBeLessThan(high.size)
  const objects = dam.adapters.objectsOf(dam.account.id)
  const kept: string[] = []
  for await (const key of objects.list('renditions/')) kept.push(key.split('/').at(-1) ?? '')
  expect(kept).toEqual(['full.png', 'high.jpg', 'low.jpg', 'preview-240.jpg', 'preview-800.jpg'])
})

test('other formats stand upright, in sRGB, and still say whose they are', async ({ dam }) => {
  const mara = await dam.person('mara')
  const sideways = await readFile(realMedia.photoSideways) // 640 × 480 as stored
  const rights = { IFD0: { Copyright: 'Acme 2025', Artist: 'Mara Bell' } }
  const tagged = await sharp(sideways).keepMetadata().withExifMerge(rights).toBuffer()
  const base = `/api_binary/v1/image/${await mara.has({ name: 'sideways.jpg', bytes: tagged })}`

  for (const as of ['PNG', 'HighJPG', 'LowJPG']) {
    const { bytes } = await follow(dam, mara, `${base}/${as}`)
    const { width, height, orientation = 1, space, icc, exif } = await sharp(bytes).metadata()
    expect({ width, height, orientation, space }, as).toEqual({
      width: 480,
      height: 640,
      orientation: 1,
      space: 'srgb',
    })
    expect(icc, as).toBeDefined()
    expect(exif?.toString('latin1'), as).toMatch(/Acme 2025[\s\S]*Mara Bell|Mara Bell[\s\S]*Acme 2025/)
  }
  const { bytes: preview } = await follow(dam, mara, `${base}/preview/800`)
  expect((await sharp(preview).metadata()).exif).toBeUndefined()
})

test('metadata is XML of what the file says, without a word about this machine', async ({ dam }) => {
  const mara = await dam.person('mara')
  const id = await mara.has({ name: 'Größe.jpg', bytes: photo })

  const { body, headers } = await follow(dam, mara, `/api_binary/v1/image/${id}/metadata`)

  expect(headers.get('content-type')).toContain('xml')
  expect(headers.get('content-disposition')).toContain('attachment')
  expect(body).toMatch(/^<\?xml/)
  expect(body).toContain('Größe.jpg')
  expect(body).toMatch(/<IFD0:Model>iPhone/)
  expect(body).not.toContain('/originals/')
})

describe('addresses as text', () => {
  test('are for programs that follow no redirects', async ({ dam }) => {
    const mara = await dam.person('mara')
    const base = `/api_binary/v1/image/${await mara.has({ name: 'photo.jpg', bytes: photo })}`
    const address = async (end: string) => {
      const { status, headers, body } = await mara.get<string>(base + end)
      expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
      return body
    }

    const original = await dam.ask('GET', await address('/directuri'))
    expect(original.bytes.equals(photo)).toBe(true)
    for (const [end, width] of [
      ['/previewURI', 240],
      ['/previewURI/500', 500],
    ] as const) {
      expect((await sharp((await dam.ask('GET', await address(end))).bytes).metadata()).width).toBe(width)
    }
  })

  test('come in the order asked, without what is unknown', async ({ dam }) => {
    const mara = await dam.person('mara')
    const [first, second] = [await mara.has(note), await mara.has({ ...note, name: 'other note.txt' })]
    const body = [
      { id: second, scheme: 'document' },
      { id: '0'.repeat(26), scheme: 'document' },
      { id: first, scheme: 'image' },
      { id: first, scheme: 'document' },
      { id: 'x', scheme: 'nothing' },
    ]

    const answer = await mara.post<BatchDirectUri>('/api_binary/v1/batch/directuri', { body })

    expect(answer.status).toBe(200)
    expect(answer.body.map(({ id, displayName }) => [id, displayName])).toEqual([
      [second, 'other note.txt'],
      [first, 'note.txt'],
    ])
    expect(answer.body[1]?.preview).toBe(`${dam.origin}/api_binary/v1/document/${first}/preview`)
    const original = await dam.ask('GET', answer.body[1]?.directUri ?? '')
    expect(original.bytes.equals(note.bytes)).toBe(true)
  })

  test('are given for a thousand things at once and no more', async ({ dam }) => {
    const mara = await dam.person('mara')
    const unknown = { id: 'x' as AssetId, scheme: 'image' }
    const ask = (count: number) =>
      mara.post('/api_binary/v1/batch/directuri', { body: Array.from({ length: count }, () => unknown) })

    expect(await ask(1000)).toMatchObject({ status: 200, body: [] })
    expect(await ask(1001)).toMatchObject({ status: 400, body: { code: 40000 } })
    expect(await mara.post('/api_binary/v1/batch/directuri', { body: { id: 'x' } })).toMatchObject({ status: 400 })
  })
})
