import { describe, expect, test } from 'vitest'
import { realMedia } from '../../fixtures/real-media.ts'
import { canvas, type Workbench } from './workbench.ts'

export function whatAFileIs({ media, file, identify }: Workbench): void {
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
      expect(await media().identify(path, 'without-extension')).toEqual({
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
      expect((await media().identify(realMedia.docx, 'Vertrag.DOCX')).extension).toBe('docx')
    })
  })
}
