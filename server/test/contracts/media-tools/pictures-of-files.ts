import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Picture } from '../../../src/domain/ports/media-tools.ts'
import { realMedia } from '../../fixtures/real-media.ts'
import { colourAt, expectColour } from './colours.ts'
import { canvas, jpeg800, png100, type Workbench } from './workbench.ts'

export function picturesOfFiles({ media, file, identify, drawn, drawnFrom }: Workbench, hasFfmpeg: boolean): void {
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

    test('is not to be had of every kind', async () => {
      const path = await file('things.zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'))

      expect(await media().draw(path, await identify(path), [jpeg800])).toBeNull()
    })

    test('is not to be had of a variety that no decoder here knows, and the file is sound all the same', async () => {
      const tiff = await canvas('#888').tiff({ compression: 'deflate' }).toBuffer()
      const compression = tiff.indexOf(Buffer.from('0301030001000000', 'hex'))
      tiff.writeUInt16LE(6, compression + 8) // JPEG as of 1992, given up since
      const path = await file('fax.tiff', tiff)

      expect(await media().draw(path, await identify(path), [jpeg800])).toBeNull()
    })

    test('is drawn from our own SVG too', async () => {
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0f0"/></svg>'

      const [icon] = await media().drawSvg(svg, [{ longestSide: 240, format: 'webp' }])

      expect(icon).toMatchObject({ width: 240, height: 240, format: 'webp' })
      expectColour((await colourAt(icon as Picture, 120, 120)).slice(0, 3), [0, 255, 0], 12)
    })
  })
}
