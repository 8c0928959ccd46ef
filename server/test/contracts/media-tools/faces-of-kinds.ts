import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Picture } from '../../../src/domain/ports/media-tools.ts'
import { book, eps, heic, indesignDocument, rawPhoto, redJpeg, zipped } from '../../fixtures/made-files.ts'
import { bitmap, layeredPicture } from '../../fixtures/made-pictures.ts'
import { realMedia } from '../../fixtures/real-media.ts'
import { colourAt, expectColour } from './colours.ts'
import { jpeg800, png100, type Workbench } from './workbench.ts'

const red = [255, 0, 0]
const green = [0, 255, 0]
const blue = [0, 0, 255]

/** Kinds that show their face by a way of their own. */
export function facesOfKinds({ media, file, identify, drawnFrom }: Workbench, hasFfmpeg: boolean): void {
  describe('the picture', () => {
    const at = async (picture: Picture | undefined, x: number, y: number) =>
      (await colourAt(picture as Picture, x, y)).slice(0, 3)

    test('of an iPhone’s photo has its pixels', async () => {
      const [large, small] = await drawnFrom('photo.heic', heic, { longestSide: 800, format: 'png' }, png100)

      expect([large, small]).toMatchObject([
        { width: 64, height: 48 },
        { width: 64, height: 48 },
      ])
      expectColour(await at(large, 6, 6), green, 30)
      expectColour(await at(large, 60, 2), red, 40)
      expectColour(await at(large, 60, 45), blue, 40)
    })

    test('of an iPhone’s photo that is damaged says so', async () => {
      const broken = Buffer.from(heic)
      broken.fill(0xff, broken.indexOf('mdat') + 8)

      await expect(drawnFrom('broken.heic', broken, jpeg800)).rejects.toThrow('damaged or incomplete')
    })

    test.each([
      [6, 240, 320],
      [8, 240, 320],
      [1, 320, 240],
      [3, 320, 240],
    ])('of a camera’s raw file is the one inside, turned as the file says: %i', async (orientation, width, height) => {
      const half = await redJpeg(320, 120)
      const jpeg = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#00f' } })
        .composite([{ input: half, top: 0, left: 0 }])
        .jpeg()
        .toBuffer()

      const path = await file('photo.cr2', rawPhoto(jpeg, { width: 320, height: 240 }, orientation))
      const [picture] = await drawnFrom('photo.cr2', await readFile(path), { longestSide: 800, format: 'png' })

      expect(await identify(path)).toEqual({ scheme: 'image', contentType: 'image/x-canon-cr2', extension: 'cr2' })
      expect(picture).toMatchObject({ width, height })
      const corner = { 1: red, 3: blue, 6: blue, 8: red }[orientation] as number[]
      expectColour(await at(picture, 5, 5), corner, 12)
    })

    test.each([
      ['page.indd', indesignDocument, 'application/x-indesign'],
      ['mark.eps', (jpeg: Buffer) => Buffer.from(eps(jpeg)), 'application/postscript'],
      ['mark.ai', (jpeg: Buffer) => Buffer.from(eps(jpeg)), 'application/illustrator'],
    ])('of what only its maker reads is the one inside: %s', async (name, make, contentType) => {
      const path = await file(name, make(await redJpeg(256, 192)))
      const identified = await identify(path)
      const drawn = await media().draw(path, identified, [{ longestSide: 800, format: 'png' }])

      expect(identified).toMatchObject({ scheme: 'document', contentType })
      expect(drawn).toMatchObject([{ width: 256, height: 192 }])
      expectColour(await at(drawn?.[0], 100, 100), red, 8)
    })

    test('of a presentation of Keynote is the one its maker put in', async () => {
      const keynote = await zipped({
        'Index/Document.iwa': 'x',
        'Index/Slide.iwa': 'x',
        'Metadata/Properties.plist': 'x',
        'preview.jpg': await redJpeg(400, 300),
      })
      const path = await file('talk.key', keynote)

      expect(await identify(path)).toMatchObject({ scheme: 'presentation', extension: 'key' })
      expect(await media().draw(path, await identify(path), [jpeg800])).toMatchObject([{ width: 400, height: 300 }])
    })

    test('of a book is its cover, and its text is its chapters in their order', async () => {
      const path = await file('novel.epub', await book())
      const identified = await identify(path)
      const drawn = await media().draw(path, identified, [{ longestSide: 800, format: 'png' }])

      expect(identified).toEqual({ scheme: 'document', contentType: 'application/epub+zip', extension: 'epub' })
      expect(drawn).toMatchObject([{ width: 300, height: 400 }])
      expectColour(await at(drawn?.[0], 10, 10), red, 8)
      expect(await media().readText(path, identified)).toBe('Call me Ishmael\nThe carpet‑bag & more')
    })

    test.each([
      ['notes.txt', 'Dear all,\n\nnothing new.'],
      ['notes.md', '# Plan\n\n<svg onload="x"><rect width="900" height="900" fill="red"/></svg>'],
      ['prices.csv', 'what,"how much"\nTiger,"3,50"\n'],
      ['page.html', '<!doctype html><title>x</title><body><img src="file:///etc/hostname"><p>Hello</body>'],
    ])('of a text is its first sheet, and nothing in it is markup: %s', async (name, text) => {
      const [picture] = await drawnFrom(name, text, jpeg800)

      expect(picture).toMatchObject({ width: 566, height: 800 })
      const { channels, dominant } = await sharp((picture as Picture).bytes).stats()
      expect(channels[0]?.min).toBeLessThan(140) // letters …
      expect(dominant.r + dominant.g + dominant.b).toBeGreaterThan(700) // … on white paper
      expect(channels.map(({ mean }) => Math.round(mean))).toEqual(Array(3).fill(Math.round(channels[0]?.mean ?? 0)))
    })

    test.each(['RGB', 'CMYK'] as const)(
      'of layers is what they look like together, without ffmpeg: %s',
      async (mode) => {
        for (const isPacked of [true, false]) {
          const [picture] = await drawnFrom(`${mode}.psd`, layeredPicture(mode, isPacked), {
            longestSide: 800,
            format: 'png',
          })

          expect(picture).toMatchObject({ width: 40, height: 20 })
          const [r = 0, g = 0, b = 0] = await at(picture, 5, 5)
          expect(r).toBeGreaterThan(200)
          expect(Math.max(g, b)).toBeLessThan(60)
          expect(Math.min(...(await at(picture, 35, 15)))).toBeGreaterThan(240)
        }
      },
    )

    test('of layers over the limit is refused before anything is decoded', async () => {
      const huge = layeredPicture('RGB', true)
      huge.writeUInt32BE(30_000, 14)
      huge.writeUInt32BE(30_000, 18)

      await expect(identify(await file('huge.psd', huge))).rejects.toThrow('more than 200 million pixels')
    })

    test.skipIf(!hasFfmpeg)('of a bitmap has its pixels (needs ffmpeg)', async () => {
      const [picture] = await drawnFrom('mark.bmp', bitmap(30, 20, [255, 0, 0]), { longestSide: 800, format: 'png' })

      expect(picture).toMatchObject({ width: 30, height: 20 })
      expectColour(await at(picture, 10, 10), red)
    })

    test('of a bitmap that ends too early is refused', async () => {
      const cut = bitmap(30, 20, [255, 0, 0]).subarray(0, 900)
      await expect(identify(await file('cut.bmp', cut))).rejects.toThrow('incomplete')
    })

    test('is that of a real Photoshop file too', async () => {
      const [psd] = await drawnFrom('logo.psd', await readFile(realMedia.psd), { longestSide: 220, format: 'png' })
      expect(psd).toMatchObject({ width: 220, height: 130 })
    })
  })
}
