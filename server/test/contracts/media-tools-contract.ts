import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import sharp, { type Color } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MediaTools, type Picture, UnsoundFile } from '../../src/domain/ports/media-tools.ts'
import { plainTiff } from '../fixtures/plain-tiff.ts'
import { pngBomb } from '../fixtures/png-bomb.ts'
import { realMedia } from '../fixtures/real-media.ts'

const jpeg800 = { longestSide: 800, format: 'jpeg' } as const
const png100 = { longestSide: 100, format: 'png' } as const

async function colourAt({ bytes }: Picture, left: number, top: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const at = (top * info.width + left) * info.channels
  return [...data.subarray(at, at + info.channels)]
}

/** Encoders round; people don't see five steps. */
function expectColour(found: number[], wanted: number[], within = 6) {
  expect(found).toHaveLength(wanted.length)
  for (const [index, value] of wanted.entries()) expect(Math.abs((found[index] ?? -1000) - value)).toBeLessThan(within)
}

/** What all media tools promise; `open` gives them with a limit of 200 million pixels. */
export function mediaToolsContract(
  name: string,
  open: () => Promise<MediaTools>,
  { hasFfmpeg }: { hasFfmpeg: boolean },
) {
  describe(`media tools: ${name}`, () => {
    let media: MediaTools
    let folder: string
    beforeAll(async () => {
      media = await open()
      folder = await mkdtemp(join(tmpdir(), 'media-'))
    })
    afterAll(async () => {
      await media.close()
      await rm(folder, { recursive: true, force: true })
    })

    async function file(fileName: string, content: string | Uint8Array): Promise<string> {
      const path = join(folder, fileName)
      await writeFile(path, content)
      return path
    }
    const identify = (path: string, as = basename(path)) => media.identify(path, as)
    async function drawn(path: string, ...wanted: Parameters<MediaTools['draw']>[2]): Promise<Picture[]> {
      const pictures = await media.draw(path, await identify(path), wanted)
      if (pictures === null) throw new Error(`${path} was not drawn`)
      return pictures
    }
    const drawnFrom = async (
      fileName: string,
      content: string | Uint8Array,
      ...wanted: Parameters<MediaTools['draw']>[2]
    ) => await drawn(await file(fileName, content), ...wanted)
    const canvas = (background: Color, channels: 3 | 4 = 3) =>
      sharp({ create: { width: 300, height: 200, channels, background } })

    describe('what a file is', () => {
      test.each([
        [realMedia.photo24Megapixels, 'image', 'image/jpeg', 'jpg'],
        [realMedia.tiff, 'image', 'image/tiff', 'tiff'],
        [realMedia.psd, 'image', 'image/vnd.adobe.photoshop', 'psd'],
        [realMedia.pdf, 'document', 'application/pdf', 'pdf'],
        [realMedia.docx, 'document', expect.stringContaining('wordprocessingml'), 'docx'],
        [realMedia.xlsx, 'document', expect.stringContaining('spreadsheetml'), 'xlsx'],
        [realMedia.pptx, 'presentation', expect.stringContaining('presentationml'), 'pptx'],
        [realMedia.mp4, 'video', 'video/mp4', 'mp4'],
        [realMedia.webm, 'video', 'video/webm', 'webm'],
        [realMedia.mp3, 'audio', 'audio/mpeg', 'mp3'],
        [realMedia.wav, 'audio', 'audio/wav', 'wav'],
        [realMedia.m4a, 'audio', 'audio/mp4', 'm4a'],
        [realMedia.soundInWebm, 'audio', 'audio/webm', 'weba'],
      ])('is read from its content: %s', async (path, scheme, contentType, extension) => {
        expect(await media.identify(path, 'without-extension')).toEqual({
          scheme,
          contentType,
          extension: extension === 'tiff' ? 'tif' : extension,
        })
        expect(await identify(path)).toEqual({ scheme, contentType, extension })
      })

      test.each([
        ['notes.txt', 'Grüße', 'document', 'text/plain', 'txt'],
        ['notes', 'no extension at all', 'document', 'text/plain', 'txt'],
        ['LIESMICH.TXT', Buffer.from('Grüße aus Köln', 'latin1'), 'document', 'text/plain', 'txt'],
        ['notes.txt', Buffer.from('\ufeffhello', 'utf16le'), 'document', 'text/plain', 'txt'],
        ['plan.md', '# Plan', 'document', 'text/markdown', 'md'],
        ['prices.csv', 'a,b\n1,2', 'document', 'text/csv', 'csv'],
        ['letter.rtf', '{\\rtf1 hello}', 'document', 'application/rtf', 'rtf'],
        ['page.html', '<!doctype html><title>x</title>', 'document', 'text/html', 'html'],
        ['mark.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image', 'image/svg+xml', 'svg'],
        [
          'mark.xml',
          '<?xml version="1.0"?><!-- made by hand --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg/>',
          'image',
          'image/svg+xml',
          'svg',
        ],
        ['settings.json', '{}', 'other', 'application/json', 'json'],
        ['blob.xyz', Buffer.from([0, 1, 2, 3, 250]), 'other', 'application/octet-stream', 'xyz'],
        ['photo.raw', Buffer.from([0, 1, 2, 3, 250]), 'image', 'image/x-raw', 'raw'],
      ])('is read from its text, or its name where nothing else tells: %s', async (fileName, content, ...expected) => {
        const [scheme, contentType, extension] = expected
        expect(await identify(await file(fileName, content))).toEqual({ scheme, contentType, extension })
      })

      test('goes by content where the name says something else and both are sound', async () => {
        const png = await canvas('#c00').png().toBuffer()

        expect(await identify(await file('really-a-png.jpg', png))).toEqual({
          scheme: 'image',
          contentType: 'image/png',
          extension: 'png',
        })
      })

      test('keeps the name extension where the content allows it', async () => {
        const jpeg = await canvas('#c00').jpeg().toBuffer()

        expect((await identify(await file('a.jpeg', jpeg))).extension).toBe('jpeg')
        expect((await media.identify(realMedia.docx, 'Vertrag.DOCX')).extension).toBe('docx')
      })
    })

    describe('an unsound file is refused in plain words', () => {
      test.each([
        ['empty.jpg', '', 'The file is empty'],
        ['empty', '', 'The file is empty'],
        ['page.jpg', '<!DOCTYPE html><html>404 Not Found</html>', 'The file is named .jpg, but it contains a web page'],
        ['page.pdf', '\n<html>Sign in</html>', 'The file is named .pdf, but it contains a web page'],
        ['page.docx', '<html>Sign in</html>', 'The file is named .docx, but it contains a web page'],
        ['words.mp4', 'hello', 'The file is named .mp4, but it contains text'],
        ['words.svg', 'hello', 'The file is named .svg, but it contains no drawing'],
        ['blob.png', Buffer.from([0, 1, 2, 3, 250]), 'The file is named .png, but it contains something else'],
        ['program.jpg', Buffer.from('7f454c4602010100000000000000000003003e00', 'hex'), 'contains something else'],
      ])('%s: %j', async (fileName, content, message) => {
        const path = await file(fileName, content)
        await expect(identify(path)).rejects.toThrow(UnsoundFile)
        await expect(identify(path)).rejects.toThrow(message)
      })

      test.each([
        ['cut.jpg', realMedia.starfish],
        ['cut.docx', realMedia.docx],
        ['cut.pptx', realMedia.pptx],
        ['cut.mp4', realMedia.mp4],
        ['cut.wav', realMedia.wav],
        ['cut.pdf', realMedia.pdf],
      ])('cut off in the middle: %s', async (fileName, original) => {
        const bytes = await readFile(original)
        const path = await file(fileName, bytes.subarray(0, bytes.length / 2))

        await expect(identify(path)).rejects.toThrow(/incomplete/)
        await expect(identify(path)).rejects.toThrow(UnsoundFile)
      })

      test.each(['png', 'webp', 'tiff', 'gif', 'avif'] as const)('cut off in the middle: %s', async (format) => {
        const noise = canvas('#888').composite([
          {
            input: {
              create: {
                width: 300,
                height: 200,
                channels: 3,
                background: '#888',
                noise: { type: 'gaussian', mean: 128, sigma: 60 },
              },
            },
          },
        ])
        const whole = await noise.toFormat(format).toBuffer()
        expect(await drawnFrom(`whole.${format}`, whole, jpeg800)).toHaveLength(1)

        const half = await file(`half.${format}`, whole.subarray(0, whole.length / 2))
        await expect(drawn(half, jpeg800)).rejects.toThrow(UnsoundFile)
        if (format === 'tiff') return // its last bytes say nothing about its pixels
        const almost = await file(`almost.${format}`, whole.subarray(0, whole.length - 16))
        await expect(drawn(almost, jpeg800)).rejects.toThrow(UnsoundFile)
      })

      test('a picture that lacks rows although its end is there is found when it is drawn', async () => {
        const path = await file('hollow.png', pngBomb(400, 40))

        await expect(drawn(path, jpeg800)).rejects.toThrow('The picture is damaged or incomplete')
      })

      test('a TIFF that ends among its pixels is found when it is drawn', async () => {
        const tiff = plainTiff(300, 200)

        expect(await drawnFrom('scan.tiff', tiff, jpeg800)).toHaveLength(1)
        await expect(drawnFrom('cut-scan.tiff', tiff.subarray(0, 30_000), jpeg800)).rejects.toThrow(UnsoundFile)
      })

      test('a picture of 900 million pixels in a few kilobytes', async () => {
        const path = await file('bomb.png', pngBomb(30_000))

        await expect(identify(path)).rejects.toThrow('The picture has more than 200 million pixels')
        const asIfIdentified = { scheme: 'image', contentType: 'image/png', extension: 'png' } as const
        await expect(media.draw(path, asIfIdentified, [jpeg800])).rejects.toThrow(UnsoundFile)
      })

      test('a drawing of a million million pixels', async () => {
        const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1000000" height="1000000"/>'

        await expect(drawnFrom('huge.svg', svg, { longestSide: null, format: 'png' })).rejects.toThrow(UnsoundFile)
      })

      test('a PDF that can not be opened', async () => {
        await expect(drawn(realMedia.pdfCutOff, jpeg800)).rejects.toThrow(/PDF is damaged or incomplete|incomplete/)
      })
    })

    describe('what a file says', () => {
      const read = async (path: string) => await media.readMetadata(path, await identify(path))

      test('of a photo: size, resolution, time, camera', async () => {
        const { measures, metadata } = await read(realMedia.photo24Megapixels)

        expect(measures).toEqual({
          width: 6000,
          height: 4000,
          dpi: 350,
          duration: null,
          pages: null,
          createdInFileAt: Date.UTC(2014, 3, 18, 20, 33, 53),
        })
        expect(metadata).toMatchObject({
          'File Type': 'image',
          'File Type Detail': 'JPEG',
          'MIME Type': 'image/jpeg',
          'Image Width': '6000',
          'Image Height': '4000',
          'Image Size': '6000x4000',
          Orientation: 'Landscape File',
          'Bit Depth': '8',
          Color: 'RGB',
          'Color Model': 'RGB',
          Make: 'SONY',
          'Camera Model Name': 'ILCE-6000',
          'Date/Time Original': '2014-04-18 20:33:53',
          'Asset Data Size (Long)': '6586368',
        })
      })

      test('of a photo taken sideways: its size as people see it', async () => {
        const { measures, metadata } = await read(realMedia.photoSideways)

        expect(measures).toMatchObject({ width: 480, height: 640 })
        expect(metadata).toMatchObject({ 'Image Size': '480x640', Orientation: 'Portrait File' })
      })

      test('of a position', async () => {
        const { metadata } = await read(realMedia.photoWithPosition)

        expect(metadata['GPS Position']).toBe(`40 deg 0' 14.71" N, 116 deg 29' 5.21" E`)
      })

      test.each([realMedia.jpegWithKeywords, realMedia.psd])('of its author and subject: %s', async (path) => {
        expect(await read(path)).toMatchObject({
          author: 'Yurii Semeniuk',
          description: expect.stringContaining('Super-light and fast JavaScript lib'),
          copyright: 'MIT',
          keywords: ['xmp', 'javascript', 'node.js'],
          measures: { width: 220, height: 130, dpi: 72, createdInFileAt: Date.UTC(2020, 2, 7, 16, 18, 5) },
        })
      })

      test.each([
        [realMedia.pdf, { pages: 14, createdInFileAt: Date.UTC(2009, 3, 1, 23, 39, 25) }],
        [realMedia.docx, { pages: 1 }],
        [realMedia.pptx, { pages: 2 }],
        [realMedia.mp4, { duration: 53, width: 400, height: 300, createdInFileAt: null }],
        [realMedia.webm, { duration: 53, width: 400, height: 300 }],
        [realMedia.wav, { duration: 12, width: null, height: null }],
        [realMedia.m4a, { duration: 12 }],
      ])('of its length: %s', async (path, measures) => {
        expect((await read(path)).measures).toMatchObject(measures)
      })

      test.skipIf(!hasFfmpeg)('of its length where only the whole file tells (needs ffmpeg)', async () => {
        expect((await read(realMedia.mp3)).measures.duration).toBe(12)
      })

      test('of a resolution in centimetres: in inches', async () => {
        const tiff = await canvas('#c00').withMetadata({ density: 300 }).tiff({ resolutionUnit: 'cm' }).toBuffer()
        const png = await canvas('#c00').withMetadata({ density: 300 }).png().toBuffer()

        expect((await read(await file('300.tiff', tiff))).measures.dpi).toBe(300)
        expect((await read(await file('300.png', png))).measures.dpi).toBe(300)
      })

      test.each([
        ['<svg xmlns="http://www.w3.org/2000/svg" width="10mm" height="1in" viewBox="0 0 5 5"/>', 38, 96],
        ['<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0 0 64 32"/>', 64, 32],
        ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>', 24, 24],
      ])('of a drawing: %s', async (svg, width, height) => {
        expect((await read(await file('drawing.svg', svg))).measures).toMatchObject({ width, height })
      })

      test('nothing of this machine', async () => {
        for (const path of [realMedia.starfish, realMedia.pdf, realMedia.docx, realMedia.mp4]) {
          const { metadata } = await read(path)
          const everything = JSON.stringify(metadata)

          expect(everything).not.toContain(basename(path))
          expect(everything).not.toContain('node_modules')
          expect(Object.keys(metadata)).not.toContain('Directory')
          expect(Object.keys(metadata)).not.toContain('File Permissions')
          for (const value of Object.values(metadata)) expect(value).toBeTypeOf('string')
        }
      })

      test('as XML, under the name people gave it', async () => {
        const path = join(folder, '0c1d2e3f4a5b')
        await copyFile(realMedia.starfish, path)

        const xml = await media.metadataXml(path, `Rock & "Roll".jpg`)

        expect(xml).toMatch(/^<\?xml/)
        expect(xml).toContain(`rdf:about='Rock &amp; &quot;Roll&quot;.jpg'`)
        expect(xml).toContain('<IFD0:Make>Nokia</IFD0:Make>')
        expect(xml).not.toContain(folder)
        expect(xml).not.toContain('0c1d2e3f4a5b')
      })

      test('of a file that is not there: nothing, loudly', async () => {
        const nowhere = join(folder, 'nowhere.jpg')
        const jpeg = { scheme: 'image', contentType: 'image/jpeg', extension: 'jpg' } as const

        const attempts = await Promise.allSettled([
          media.identify(nowhere, 'nowhere.jpg'),
          media.readMetadata(nowhere, jpeg),
          media.draw(nowhere, jpeg, [jpeg800]),
        ])

        for (const attempt of attempts) {
          expect(attempt.status).toBe('rejected')
          expect(attempt).not.toMatchObject({ reason: expect.any(UnsoundFile) })
        }
      })
    })

    describe('a picture of a file', () => {
      test('comes in all the sizes and formats wanted, in that order', async () => {
        const pictures = await drawn(
          realMedia.photo24Megapixels,
          { longestSide: 240, format: 'webp' },
          { longestSide: 800, format: 'jpeg' },
          { longestSide: 400, format: 'avif' },
          { longestSide: 100, format: 'png' },
        )

        const opened = await Promise.all(pictures.map(({ bytes }) => sharp(bytes).metadata()))
        expect(opened.map(({ width, height, format }) => [width, height, format])).toEqual([
          [240, 160, 'webp'],
          [800, 533, 'jpeg'],
          [400, 267, 'heif'],
          [100, 67, 'png'],
        ])
        expect(pictures.map(({ width, height, format }) => [width, height, format])).toEqual([
          [240, 160, 'webp'],
          [800, 533, 'jpeg'],
          [400, 267, 'avif'],
          [100, 67, 'png'],
        ])
      })

      test('is never larger than the original, and as large where nothing else is wanted', async () => {
        const jpeg = await canvas('#c00').jpeg().toBuffer()

        const [larger, full] = await drawnFrom('small.jpg', jpeg, jpeg800, { longestSide: null, format: 'png' })

        expect(larger).toMatchObject({ width: 300, height: 200 })
        expect(full).toMatchObject({ width: 300, height: 200, format: 'png' })
      })

      test('stands upright, whatever way the camera was held', async () => {
        // red above, blue below; stored turned by a quarter
        const upright = await sharp({ create: { width: 100, height: 200, channels: 3, background: '#f00' } })
          .composite([
            { input: { create: { width: 100, height: 100, channels: 3, background: '#00f' } }, gravity: 'south' },
          ])
          .png()
          .toBuffer()
        const stored = await sharp(upright).rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer()

        const [picture] = await drawnFrom('turned.jpg', stored, png100)

        expect(picture).toMatchObject({ width: 50, height: 100 })
        expectColour(await colourAt(picture as Picture, 25, 20), [254, 0, 0])
        expectColour(await colourAt(picture as Picture, 25, 80), [0, 0, 254])
      })

      test('has white where the original lets light through, if its format can not', async () => {
        const png = await canvas({ r: 0, g: 128, b: 0, alpha: 0 }, 4).png().toBuffer()

        const [jpeg, webp] = await drawnFrom('clear.png', png, jpeg800, { longestSide: 100, format: 'webp' })

        expectColour(await colourAt(jpeg as Picture, 150, 100), [255, 255, 255])
        expect((await colourAt(webp as Picture, 50, 30))[3]).toBe(0)
      })

      test.each([
        [
          'CMYK',
          'cmyk.jpg',
          () => canvas('#b07050').toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer(),
          [176, 112, 80],
          15,
        ],
        ['16 bits', 'deep.png', () => canvas('#0080ff').toColourspace('rgb16').png().toBuffer(), [0, 128, 255], 6],
        [
          '16 bits grey',
          'grey.tiff',
          () => canvas('#808080').toColourspace('grey16').tiff().toBuffer(),
          [128, 128, 128],
          6,
        ],
        [
          'a wide colour profile',
          'p3.jpg',
          () => canvas('#0080ff').withIccProfile('p3').jpeg({ quality: 100 }).toBuffer(),
          [0, 128, 255],
          12,
        ],
      ] as const)('has the right colours in sRGB: %s', async (_, fileName, make, colour, within) => {
        for (const wanted of [[png100], [png100, jpeg800]]) {
          const [picture] = await drawnFrom(fileName, await make(), ...wanted)
          expectColour(await colourAt(picture as Picture, 50, 30), [...colour], within)
        }
      })

      test('of an animation is its first frame', async () => {
        const frames = await Promise.all(['#f00', '#00f'].map((colour) => canvas(colour).png().toBuffer()))
        const gif = await sharp(frames, { join: { animated: true } })
          .gif()
          .toBuffer()

        const [picture] = await drawnFrom('moving.gif', gif, png100)

        expect(picture).toMatchObject({ width: 100, height: 67 })
        expectColour((await colourAt(picture as Picture, 50, 30)).slice(0, 3), [255, 0, 0], 10)
      })

      test('of a PDF is its first page, at the size wanted', async () => {
        const [large, small] = await drawn(realMedia.pdf, { longestSide: 1200, format: 'jpeg' }, png100)

        expect(large).toMatchObject({ width: 927, height: 1200 })
        expect(small).toMatchObject({ width: 77, height: 100 })
        const { channels } = await sharp((large as Picture).bytes).stats()
        expect(channels[0]?.mean).toBeGreaterThan(150) // white paper …
        expect(channels[0]?.min).toBeLessThan(40) // … with black letters
      })

      test('of a drawing is sharp at any size', async () => {
        const svg =
          '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#00f"/></svg>'

        const [large, small, own] = await drawnFrom('mark.svg', svg, jpeg800, png100, {
          longestSide: null,
          format: 'png',
        })

        expect([large, small, own].map((picture) => [picture?.width, picture?.height])).toEqual([
          [800, 400],
          [100, 50],
          [20, 10],
        ])
        expectColour(await colourAt(large as Picture, 400, 200), [0, 0, 254])
      })

      test('of a drawing never shows another file', async () => {
        const red = await file('red.png', await canvas('#f00').png().toBuffer())
        const image = (href: string) => `<image href="${href}" width="100" height="100"/>`
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="#fff"/>
          ${image(`file://${red}`)}${image('red.png')}${image(red)}</svg>`

        const [picture] = await drawnFrom('spy.svg', svg, png100)

        expectColour((await colourAt(picture as Picture, 50, 50)).slice(0, 3), [255, 255, 255])
      })

      test.skipIf(!hasFfmpeg)('of a film is a frame of it (needs ffmpeg)', async () => {
        for (const path of [realMedia.mp4, realMedia.webm]) {
          const [large, small] = await drawn(path, jpeg800, png100)

          expect(large).toMatchObject({ width: 400, height: 300 })
          expect(small).toMatchObject({ width: 100, height: 75 })
          const { entropy } = await sharp((large as Picture).bytes).stats()
          expect(entropy).toBeGreaterThan(4) // a scene, not a black screen
        }
      })

      test.skipIf(!hasFfmpeg)('of a Photoshop file is its merged picture (needs ffmpeg)', async () => {
        const [psd] = await drawn(realMedia.psd, { longestSide: 220, format: 'png' })
        const [jpeg] = await drawn(realMedia.jpegWithKeywords, { longestSide: 220, format: 'png' })

        expect(psd).toMatchObject({ width: 220, height: 130 })
        expectColour(
          (await colourAt(psd as Picture, 20, 20)).slice(0, 3),
          (await colourAt(jpeg as Picture, 20, 20)).slice(0, 3),
          16,
        )
      })

      test.each([realMedia.docx, realMedia.pptx, realMedia.mp3])('is not to be had of every kind: %s', async (path) => {
        expect(await media.draw(path, await identify(path), [jpeg800])).toBeNull()
      })

      test('is not to be had of a variety that no decoder here knows, and the file is sound all the same', async () => {
        const tiff = await canvas('#888').tiff({ compression: 'deflate' }).toBuffer()
        const compression = tiff.indexOf(Buffer.from('0301030001000000', 'hex'))
        tiff.writeUInt16LE(6, compression + 8) // JPEG as of 1992, given up since
        const path = await file('fax.tiff', tiff)

        expect(await media.draw(path, await identify(path), [jpeg800])).toBeNull()
      })

      test('is drawn from our own SVG too', async () => {
        const svg =
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0f0"/></svg>'

        const [icon] = await media.drawSvg(svg, [{ longestSide: 240, format: 'webp' }])

        expect(icon).toMatchObject({ width: 240, height: 240, format: 'webp' })
        expectColour((await colourAt(icon as Picture, 120, 120)).slice(0, 3), [0, 255, 0], 12)
      })
    })

    test('a call that is no longer wanted ends at once', async () => {
      const controller = new AbortController()
      const identified = await identify(realMedia.photo24Megapixels)
      const drawing = media.draw(
        realMedia.photo24Megapixels,
        identified,
        [{ longestSide: null, format: 'avif' }],
        controller.signal,
      )

      controller.abort(new Error('not wanted any more'))

      await expect(drawing).rejects.toThrow('not wanted any more')
    })

    test('the tools of this machine are named with their versions', async () => {
      const report = await media.report()

      expect(report.map(({ tool }) => tool)).toEqual(
        expect.arrayContaining(['exiftool', 'sharp', 'pdfium', 'ffmpeg', 'libreoffice', 'pdftoppm']),
      )
      expect(report.find(({ tool }) => tool === 'sharp')?.version).toMatch(/^\d+\.\d+/)
      expect(report.find(({ tool }) => tool === 'ffmpeg')).toMatchObject({ debianPackage: 'ffmpeg' })
    })
  })
}
