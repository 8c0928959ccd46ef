import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { UploadEntry } from '@descant/contract'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { pngBomb } from '../fixtures/png-bomb.ts'
import { realMedia } from '../fixtures/real-media.ts'
import { type Dam, startDam } from '../harness/dam.ts'
import type { Person } from '../harness/person.ts'
import { laughingDocx, laughingSvg, laughingXml, nestedZipAsDocx, pdfOfPages, zipOf } from './hostile-documents.ts'
import { corruptJpeg, gifOfFrames, tiffBomb, tiffInCircles } from './hostile-pictures.ts'
import { reachingFiles } from './reaching-files.ts'

/** One server for all: each file finds it as the ones before have left it. */
let dam: Dam
let mara: Person
beforeAll(async () => {
  dam = await startDam()
  mara = await dam.person('mara')
})
afterAll(() => dam.close())

let sent = 0
/** After each of them the server lives, takes in a sound picture and draws it, and is no larger than it should be. */
afterEach(async () => {
  expect(await dam.ask('GET', '/health/ready')).toMatchObject({ status: 200 })
  const pixels = await sharp({
    create: { width: 300, height: 200, channels: 3, background: { r: ++sent, g: 9, b: 9 } },
  })
    .png()
    .toBuffer()
  expect(await mara.upload({ name: 'sound.png', bytes: pixels })).toMatchObject({ status: 'Done', scheme: 'image' })
  expect(process.memoryUsage().rss).toBeLessThan(2_000_000_000)
})

async function previewOf({ id, scheme }: UploadEntry) {
  const { status, bytes } = await mara
    .get(`/api_binary/v1/${scheme}/${id}/preview/240`)
    .then(({ headers }) => dam.ask('GET', new URL(headers.get('location') ?? '').pathname))
  expect(status).toBe(200)
  return await sharp(bytes).metadata()
}

const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

describe('is refused with a reason', () => {
  test('a PNG of 900 million pixels in a few kilobytes', async () => {
    const ended = await mara.upload({ name: 'huge.png', bytes: pngBomb(30_000) })

    expect(ended).toMatchObject({ status: 'Error', message: 'The picture has more than 200 million pixels' })
  })

  test('a TIFF of 1,600 million pixels, and one of more than a number holds', async () => {
    for (const side of [40_000, 4_294_967_295]) {
      expect(await mara.upload({ name: `huge-${side}.tif`, bytes: tiffBomb(side) })).toMatchObject({
        status: 'Error',
        message: expect.stringMatching(/\w/),
      })
    }
  })

  test.for(['photo.jpg', 'picture.png', 'film.mp4', 'paper.pdf', 'letter.docx', 'sound.mp3'])(
    'an empty file named %s',
    async (name) => {
      expect(await mara.upload({ name, bytes: Buffer.alloc(0) })).toMatchObject({
        status: 'Error',
        message: 'The file is empty',
      })
    },
  )

  test.for([
    ['jpg', realMedia.photoSideways],
    ['tiff', realMedia.tiff],
    ['psd', realMedia.psd],
    ['docx', realMedia.docx],
    ['xlsx', realMedia.xlsx],
    ['mp4', realMedia.mp4],
  ] as const)('half of a sound %s', async ([extension, path]) => {
    const ended = await mara.upload({ name: `half.${extension}`, bytes: half(await readFile(path)) })

    expect(ended).toMatchObject({ status: 'Error', message: expect.stringMatching(/\w/) })
  })

  test('a JPEG of 96 MB that is noise but for its beginning and its end', async () => {
    const photo = await readFile(realMedia.photo24Megapixels)

    const ended = await mara.upload({ name: 'noise.jpg', bytes: corruptJpeg(photo, 96_000_000) })

    expect(ended).toMatchObject({ status: 'Error', message: expect.stringContaining('damaged') })
  })

  test.for([
    ['a web page named .jpg', 'photo.jpg', '<!doctype html><script>alert(1)</script>'],
    ['a program named .pdf', 'paper.pdf', `MZ${'\0'.repeat(500)}`],
    ['a script named .mp4', 'film.mp4', '#!/bin/sh\nrm -rf /\n'],
    ['text named .docx', 'letter.docx', 'just text'],
  ] as const)('%s', async ([, name, content]) => {
    const ended = await mara.upload({ name, bytes: Buffer.from(content, 'latin1') })

    expect(ended).toMatchObject({ status: 'Error', message: expect.stringContaining('contains') })
  })
})

test('a sound file under the wrong name goes by its content', async () => {
  const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#0a0' } })
    .png()
    .toBuffer()

  expect(await mara.upload({ name: 'film.mp4', bytes: png })).toMatchObject({ status: 'Done', scheme: 'image' })
  expect(await mara.upload({ name: 'photo.jpg', bytes: await readFile(realMedia.pdf) })).toMatchObject({
    status: 'Done',
    scheme: 'document',
  })
})

test('of an animation of 10,000 frames the first is drawn', async () => {
  const ended = await mara.upload({ name: 'frames.gif', bytes: gifOfFrames(10_000, 2000) })

  expect(ended).toMatchObject({ status: 'Done', scheme: 'image' })
  expect(await previewOf(ended)).toMatchObject({ width: 240, height: 240 })
})

test('a TIFF whose pages go round in circles is read once', async () => {
  const ended = await mara.upload({ name: 'circles.tif', bytes: tiffInCircles() })

  expect(['Done', 'Error']).toContain(ended.status)
})

test('of a PDF of 10,000 pages the first is drawn, and the number of pages is known', async () => {
  const ended = await mara.upload({ name: 'pages.pdf', bytes: pdfOfPages(10_000) })

  expect(ended).toMatchObject({ status: 'Done', scheme: 'document' })
  expect(await previewOf(ended)).toMatchObject({ width: 240, height: 160 })
  const { metadata } = (await mara.get<{ metadata: Record<string, string> }>(`/api/v1/document/${ended.id}`)).body
  expect(Object.values(metadata)).toContain('10000')
})

describe('what unpacks to more than there is memory ends, one way or the other', () => {
  test.for([
    ['zips in zips in a Word file', 'nested.docx', () => nestedZipAsDocx(400_000_000)],
    ['a billion laughs in a drawing', 'laughs.svg', laughingSvg],
    ['a billion laughs in XML', 'laughs.xml', laughingXml],
    ['a billion laughs in a Word file', 'laughs.docx', laughingDocx],
    ['a zip of zeros', 'zeros.zip', () => zipOf([{ name: 'zeros', bytes: Buffer.alloc(300_000_000) }])],
  ] as const)('%s', async ([, name, make]) => {
    const ended = await mara.upload({ name, bytes: make() })

    expect(['Done', 'Error']).toContain(ended.status)
    if (ended.status === 'Done') await previewOf(ended)
    else expect(ended.message).toMatch(/\w/)
  })
})

describe('a file that would have something fetched', () => {
  let lure: Server
  let origin: string
  const heard: string[] = []
  beforeAll(async () => {
    lure = createServer((request, response) => {
      heard.push(request.url ?? '')
      response.end('x')
    })
    lure.on('connection', () => heard.push('a connection'))
    await new Promise<void>((resolve) => lure.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(lure.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((resolve) => lure.close(resolve)))

  test('the lure works', async () => {
    await fetch(origin)
    expect(heard.splice(0)).not.toEqual([])
  })

  test('fetches nothing, and shows nothing of this machine', { timeout: 240_000 }, async () => {
    const secret = join(dam.folder, 'secret.png')
    await writeFile(
      secret,
      await sharp({ create: { width: 200, height: 200, channels: 3, background: '#f00' } })
        .png()
        .toBuffer(),
    )
    const drawn: string[] = []
    for (const { name, bytes } of reachingFiles(origin, secret)) {
      const ended = await mara.upload({ name, bytes })
      expect(['Done', 'Error'], name).toContain(ended.status)
      if (ended.status !== 'Done') continue
      const { headers } = await mara.get(`/api_binary/v1/${ended.scheme}/${ended.id}/preview/240`)
      const preview = await dam.ask('GET', new URL(headers.get('location') ?? '').pathname)
      expect(preview.status, name).toBe(200)
      const { data } = await sharp(preview.bytes).raw().toBuffer({ resolveWithObject: true })
      expect(redPixels(data), name).toBe(0)
      drawn.push(name)
    }

    expect(drawn).toContain('drawing.svg') // all that would reach is left out of it, and the rest is shown
    expect(heard).toEqual([])
  })
})

/** Of the picture that only this machine has. */
function redPixels(rgb: Buffer): number {
  let count = 0
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    if ((rgb[at] ?? 0) > 230 && (rgb[at + 1] ?? 255) < 40 && (rgb[at + 2] ?? 255) < 40) count++
  }
  return count
}
