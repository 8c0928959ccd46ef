import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ContentDetails, DirectUriEntry } from '@descant/contract'
import { exiftoolPath } from 'exiftool-vendored'
import sharp from 'sharp'
import { afterAll, describe, expect } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { hasTool } from '../../../test/harness/has-tool.ts'
import type { Person } from '../../../test/harness/person.ts'
import { changeSettings } from '../../domain/setting/change-settings.ts'

const run = promisify(execFile)
const hasPerl = hasTool('perl')
const folder = await mkdtemp(join(tmpdir(), 'embedded-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const said = {
  description: 'Größe "M" <b>\n-o /tmp/elsewhere.jpg & more; 日本語',
  author: ' #Mara Tester',
  copyright: '© 2026 Mara = all rights',
  keyword: 'tiger,Straßenkatze',
}

/** The metadata in a file, by exiftool. */
async function inside(bytes: Uint8Array, name = 'file'): Promise<Record<string, unknown>> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const { stdout } = await run('perl', [await exiftoolPath(), '-json', '-G1', '-charset', 'iptc=utf8', path])
  return (JSON.parse(stdout) as Record<string, unknown>[])[0] ?? {}
}

async function describeIt(mara: Person, id: string, scheme: string, words: Record<string, string> = said) {
  for (const name of (words.keyword ?? '').split(',').filter(Boolean)) {
    await mara.post('/api/v1/keyword', { body: { name, description: '' } })
  }
  const properties = Object.entries(words).map(([propertyId, propertyValue]) => ({ propertyId, propertyValue }))
  const { status } = await mara.put('/api/v1/batch/edit', { body: { contents: [{ id, scheme }], properties } })
  expect(status).toBe(200)
}

async function download(dam: Dam, by: Person, path: string) {
  const redirect = await by.get(`/api_binary/v1/${path}`)
  expect(redirect.status).toBe(302)
  return await dam.ask('GET', redirect.headers.get('location') ?? '')
}

describe.skipIf(!hasPerl)('a download (needs perl)', () => {
  test('is byte for byte what was uploaded, as long as nobody wants it otherwise', async ({ dam }) => {
    const mara = await dam.person('mara')
    const bytes = await readFile(realMedia.starfish)
    const id = await mara.has({ name: 'star.jpg', bytes })
    await describeIt(mara, id, 'image')

    expect((await download(dam, mara, `image/${id}`)).bytes.equals(bytes)).toBe(true)
    await changeSettings({ ...dam.adapters, library: dam.library }, { metadataInDownloads: true })
    expect((await download(dam, mara, `image/${id}?embedMetadata=false`)).bytes.equals(bytes)).toBe(true)
  })

  test('carries what the library says of it where that is asked for, and only that', async ({ dam }) => {
    const mara = await dam.person('mara')
    const bytes = await readFile(realMedia.starfish)
    const id = await mara.has({ name: 'star.jpg', bytes })
    await describeIt(mara, id, 'image')

    const answer = await download(dam, mara, `image/${id}?embedMetadata=true`)

    const tags = await inside(answer.bytes, 'star.jpg')
    expect(tags).toMatchObject({
      'XMP-dc:Description': said.description,
      'XMP-dc:Creator': ' #Mara Tester',
      'XMP-dc:Rights': said.copyright,
      'XMP-dc:Subject': ['Straßenkatze', 'tiger'],
      'IPTC:Keywords': ['Straßenkatze', 'tiger'],
      'IPTC:CopyrightNotice': said.copyright,
      'IFD0:Artist': ' #Mara Tester',
      'IFD0:Make': 'Nokia', // as the camera wrote it
    })
    const pixels = async (picture: Uint8Array) => (await sharp(picture).raw().toBuffer()).toString('base64')
    expect((await pixels(answer.bytes)) === (await pixels(bytes))).toBe(true)
    expect(answer.headers.get('content-disposition')).toContain('star.jpg')

    const { body } = await mara.get<ContentDetails>(`/api/v1/image/${id}`)
    expect([body.size, body.md5]).toEqual([String(bytes.length), createHash('md5').update(bytes).digest('hex')])
    expect((await download(dam, mara, `image/${id}`)).bytes.equals(bytes)).toBe(true)
  })

  test('says what holds now, in parts too, and leaves no older copy lying about', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has({ name: 'star.jpg', bytes: await readFile(realMedia.starfish) })
    await describeIt(mara, id, 'image')
    const [asset] = await dam.library.read.assets.findMany([id])
    const copies = async () => {
      const names: string[] = []
      const objects = dam.adapters.objectsOf(dam.account.id)
      for await (const key of objects.list(`renditions/${asset?.current.sha256}/`)) names.push(key.split('/')[2] ?? '')
      return names.filter((name) => name.startsWith('described'))
    }
    const get = async (headers?: Record<string, string>) => {
      const redirect = await mara.get(`/api_binary/v1/image/${id}?embedMetadata=true`)
      return await dam.ask('GET', redirect.headers.get('location') ?? '', headers ? { headers } : {})
    }

    const before = await get()
    const part = await get({ range: 'bytes=100-199', 'if-range': before.headers.get('etag') ?? '' })
    const unchanged = await get({ 'if-none-match': before.headers.get('etag') ?? '' })
    await describeIt(mara, id, 'image', { author: 'Ines' })
    const after = await get()

    expect([part.status, part.bytes.equals(before.bytes.subarray(100, 200))]).toEqual([206, true])
    expect(unchanged.status).toBe(304)
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
    expect(await inside(after.bytes)).toMatchObject({ 'XMP-dc:Creator': 'Ines', 'XMP-dc:Rights': said.copyright })
    expect(await copies()).toHaveLength(1)
  })

  test('of every kind that has room for it', async ({ dam }) => {
    const mara = await dam.person('mara')
    const canvas = sharp({ create: { width: 60, height: 40, channels: 3, background: '#48a' } })
    const files: [string, string, Uint8Array][] = [
      ['image', 'a.png', await canvas.png().toBuffer()],
      ['image', 'a.webp', await canvas.webp().toBuffer()],
      ['image', 'a.avif', await canvas.avif().toBuffer()],
      ['image', 'a.gif', await canvas.gif().toBuffer()],
      ['image', 'a.tif', await canvas.tiff().toBuffer()],
      ['image', 'a.psd', await readFile(realMedia.psd)],
      ['document', 'a.pdf', await readFile(realMedia.pdf)],
      ['video', 'a.mp4', await readFile(realMedia.mp4)],
    ]
    for (const [scheme, name, bytes] of files) {
      const id = await mara.has({ name, bytes })
      await describeIt(mara, id, scheme)
      const { bytes: got } = await download(dam, mara, `${scheme}/${id}?embedMetadata=true`)
      expect.soft(await inside(got, name), name).toMatchObject({
        'XMP-dc:Rights': said.copyright,
        'XMP-dc:Subject': ['Straßenkatze', 'tiger'],
      })
    }
    for (const [scheme, name, path] of [
      ['document', 'a.docx', realMedia.docx],
      ['audio', 'a.wav', realMedia.wav],
    ] as const) {
      const bytes = await readFile(path)
      const id = await mara.has({ name, bytes })
      await describeIt(mara, id, scheme)
      expect((await download(dam, mara, `${scheme}/${id}?embedMetadata=true`)).bytes.equals(bytes), name).toBe(true)
    }
  })

  test('carries it everywhere where the library’s settings say so', async ({ dam }) => {
    const mara = await dam.person('mara')
    const id = await mara.has({ name: 'star.jpg', bytes: await readFile(realMedia.starfish) })
    await describeIt(mara, id, 'image')
    await changeSettings({ ...dam.adapters, library: dam.library }, { metadataInDownloads: true })

    const { body: details } = await mara.get<ContentDetails>(`/api/v1/image/${id}`)
    const uri = (await mara.get(`/api_binary/v1/image/${id}/directuri`)).bytes.toString()
    const batch = await mara.post<DirectUriEntry[]>('/api_binary/v1/batch/directuri', {
      body: [{ id, scheme: 'image' }],
    })
    const redirect = (await mara.get(`/api_binary/v1/image/${id}`)).headers.get('location')

    for (const address of [details.url.directUrlOriginal, uri, batch.body[0]?.directUri, redirect]) {
      const { bytes } = await dam.ask('GET', address ?? '')
      expect(await inside(bytes)).toMatchObject({ 'XMP-dc:Rights': said.copyright })
    }
    expect((await mara.get(`/api_binary/v1/image/${id}?embedMetadata=perhaps`)).status).toBe(400)
  })
})
