import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { UnsoundFile } from '../../../src/domain/ports/media-tools.ts'
import { plainTiff } from '../../fixtures/plain-tiff.ts'
import { pngBomb } from '../../fixtures/png-bomb.ts'
import { realMedia } from '../../fixtures/real-media.ts'
import { canvas, jpeg800, type Workbench } from './workbench.ts'

export function unsoundFiles({ media, file, identify, drawn, drawnFrom }: Workbench): void {
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
      await expect(media().draw(path, asIfIdentified, [jpeg800])).rejects.toThrow(UnsoundFile)
    })

    test('a drawing of a million million pixels', async () => {
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1000000" height="1000000"/>'

      await expect(drawnFrom('huge.svg', svg, { longestSide: null, format: 'png' })).rejects.toThrow(UnsoundFile)
    })

    test('a PDF that can not be opened', async () => {
      await expect(drawn(realMedia.pdfCutOff, jpeg800)).rejects.toThrow(/PDF is damaged or incomplete|incomplete/)
    })
  })
}
