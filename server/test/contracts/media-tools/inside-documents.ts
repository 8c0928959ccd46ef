import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { PageOutside, type Picture } from '../../../src/domain/ports/media-tools.ts'
import { openDocumentText, zipped } from '../../fixtures/made-files.ts'
import { realMedia } from '../../fixtures/real-media.ts'
import { canvas, jpeg800, type Workbench } from './workbench.ts'

const pdf = { scheme: 'document', contentType: 'application/pdf', extension: 'pdf' } as const

export function insideDocuments({ media, file, identify }: Workbench, hasOffice: boolean): void {
  describe('inside a document', () => {
    const textOf = async (path: string) => await media().readText(path, await identify(path))

    test.each([
      [realMedia.pdf, 'Trace-based Just-in-Time Type Specialization for Dynamic'],
      [realMedia.docx, 'The quick brown fox jumps over the lazy dog.'],
      [realMedia.pptx, 'How are you doing'],
      [realMedia.xlsx, 'test'],
    ])('is text: %s', async (path, words) => {
      expect(await textOf(path)).toContain(words)
    })

    test.each([
      [
        'letter.rtf',
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator X;}Caf\\'e9 \\u8364? ok\\par next}",
        'Café € ok\nnext',
      ],
      ['notes.txt', '  Hello\t\tyou \r\n\r\n\r\nthere', 'Hello you\nthere'],
      ['page.html', '<!doctype html><head><title>x</title></head><p>One<p>Two &amp; <script>no</script>', 'One\nTwo &'],
      ['notes.txt', Buffer.from('\ufeffGrüße', 'utf16le'), 'Grüße'],
    ])('is text, tidied up: %s %#', async (name, content, text) => {
      expect(await textOf(await file(name, content))).toBe(text)
    })

    test('is no text where it is a picture, a film or damaged', async () => {
      expect(await textOf(realMedia.starfish)).toBe('')
      expect(await media().readText(realMedia.pdfCutOff, pdf)).toBe('')
    })

    test('is not more text than search takes, however much is packed into it', async () => {
      const bomb = await zipped({
        'content.xml': `<a>${'<text:p>all work and no play</text:p>'.repeat(200_000)}</a>`,
        mimetype: 'application/vnd.oasis.opendocument.text',
      })
      const path = await file('bomb.odt', bomb)
      const odt = {
        scheme: 'document',
        contentType: 'application/vnd.oasis.opendocument.text',
        extension: 'odt',
      } as const

      const text = await media().readText(path, odt)

      expect(text.startsWith('all work and no play\nall work')).toBe(true)
      expect(text.length).toBeLessThanOrEqual(500_000)
    })

    test('are pages, each drawn at the size wanted, and none beyond the last', async () => {
      expect(await media().measurePages(realMedia.pdf, pdf)).toEqual({ count: 14, width: 612, height: 792 })
      const [first, second] = await Promise.all(
        [1, 2].map(async (page) => (await media().drawPage(realMedia.pdf, pdf, page, [jpeg800]))?.[0]),
      )

      expect([first, second]).toMatchObject([
        { width: 618, height: 800 },
        { width: 618, height: 800 },
      ])
      expect(Buffer.from((first as Picture).bytes).equals(Buffer.from((second as Picture).bytes))).toBe(false)
      await expect(media().drawPage(realMedia.pdf, pdf, 15, [jpeg800])).rejects.toThrow(PageOutside)
    })

    test.skipIf(!hasOffice)('are pages of a PDF that is made of it (needs libreoffice)', async () => {
      const path = realMedia.pptx
      const seen = await media().withPdf(path, await identify(path), async (made) => ({
        pages: await media().measurePages(made.path, pdf),
        text: await media().readText(made.path, pdf),
        last: await media().drawPage(made.path, pdf, 2, [jpeg800]),
      }))

      expect(seen).toMatchObject({ pages: { count: 2 }, last: [{ width: 800, height: 600 }] })
      expect(seen?.text).toContain('How are you doing')
    })

    test.skipIf(!hasOffice)('is nothing of this machine or of its network (needs libreoffice)', async () => {
      const asked: string[] = []
      const server = createServer((request, response) => {
        asked.push(request.url ?? '')
        response.end()
      }).listen(0, '127.0.0.1')
      await new Promise((resolve) => server.once('listening', resolve))
      const red = await file('secret.png', await canvas('#f00').png().toBuffer())
      const image = (href: string) =>
        `<text:p><draw:frame text:anchor-type="as-char" svg:width="15cm" svg:height="5cm"><draw:image xlink:href="${href}"/></draw:frame></text:p>`
      const { port } = server.address() as AddressInfo
      const own = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#00f' } })
        .png()
        .toBuffer()
      const spy = await openDocumentText(
        `<text:p>innocent</text:p>${image(`file://${red}`)}${image(`http://127.0.0.1:${port}/spy.png`)}${image('Pictures/own.png')}`,
        { 'Pictures/own.png': own },
      )

      const path = await file('spy.odt', spy)
      const drawn = await media().draw(path, await identify(path), [jpeg800])
      server.close()

      const { data, info } = await sharp(((drawn ?? [])[0] as Picture).bytes)
        .raw()
        .toBuffer({ resolveWithObject: true })
      const colours = { red: 0, blue: 0 }
      for (let at = 0; at < data.length; at += info.channels) {
        const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3)
        if (r > 200 && g < 60 && b < 60) colours.red++
        if (b > 200 && g < 60 && r < 60) colours.blue++
      }
      expect(colours.blue).toBeGreaterThan(1000) // what is its own is shown
      expect(colours.red).toBe(0)
      expect(asked).toEqual([])
    })
  })
}
