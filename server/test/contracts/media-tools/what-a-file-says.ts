import { copyFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UnsoundFile } from '../../../src/domain/ports/media-tools.ts'
import { realMedia } from '../../fixtures/real-media.ts'
import { canvas, jpeg800, type Workbench } from './workbench.ts'

export function whatAFileSays({ media, pathOf, file, identify }: Workbench, hasFfmpeg: boolean): void {
  describe('what a file says', () => {
    const read = async (path: string) => await media().readMetadata(path, await identify(path))

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

    test.each([
      [realMedia.docx, 'Microsoft Macintosh Word'],
      [realMedia.pptx, 'Microsoft Macintosh PowerPoint'],
      [realMedia.pdf, 'TeX'],
      [realMedia.photo24Megapixels, 'ILCE-6000 v1.00'],
      [realMedia.m4a, 'Lavf59.27.100'],
      [realMedia.webm, 'Lavf57.41.100'],
    ])('of the program that made it: %s', async (path, program) => {
      expect((await read(path)).metadata['Creation Tool']).toBe(program)
    })

    test('of where it was taken', async () => {
      expect((await read(realMedia.photoWithPosition)).metadata['GPS Position']).toMatch(
        /^\d+ deg .+ [NS], \d+ deg .+ [EW]$/,
      )
    })

    test('as XML of every kind, with no place of this machine in it', async () => {
      for (const real of Object.values(realMedia)) {
        const path = pathOf('0c1d2e3f4a5b')
        await copyFile(real, path)

        const xml = await media().metadataXml(path, 'Given name')

        expect(xml, real).toMatch(/^<\?xml.+<\/rdf:RDF>\s*$/s)
        expect(xml, real).toContain("rdf:about='Given name'")
        expect(xml, real).not.toMatch(new RegExp(`0c1d2e3f4a5b|${pathOf('')}|node_modules`))
      }
    })

    test('as XML, under the name people gave it', async () => {
      const path = pathOf('0c1d2e3f4a5b')
      await copyFile(realMedia.starfish, path)

      const xml = await media().metadataXml(path, `Rock & "Roll".jpg`)

      expect(xml).toMatch(/^<\?xml/)
      expect(xml).toContain(`rdf:about='Rock &amp; &quot;Roll&quot;.jpg'`)
      expect(xml).toContain('<IFD0:Make>Nokia</IFD0:Make>')
      expect(xml).not.toContain(pathOf(''))
      expect(xml).not.toContain('0c1d2e3f4a5b')
    })

    test('of a file that is not there: nothing, loudly', async () => {
      const nowhere = pathOf('nowhere.jpg')
      const jpeg = { scheme: 'image', contentType: 'image/jpeg', extension: 'jpg' } as const

      const attempts = await Promise.allSettled([
        media().identify(nowhere, 'nowhere.jpg'),
        media().readMetadata(nowhere, jpeg),
        media().draw(nowhere, jpeg, [jpeg800]),
      ])

      for (const attempt of attempts) {
        expect(attempt.status).toBe('rejected')
        expect(attempt).not.toMatchObject({ reason: expect.any(UnsoundFile) })
      }
    })
  })
}
