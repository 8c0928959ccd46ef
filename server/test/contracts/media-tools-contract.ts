import { describe, expect, test } from 'vitest'
import type { MediaTools } from '../../src/domain/ports/media-tools.ts'
import { realMedia } from '../fixtures/real-media.ts'
import { alongFilmsAndSounds } from './media-tools/along-films-and-sounds.ts'
import { facesOfKinds } from './media-tools/faces-of-kinds.ts'
import { insideDocuments } from './media-tools/inside-documents.ts'
import { picturesOfFiles } from './media-tools/pictures-of-files.ts'
import { shapedPictures } from './media-tools/shaped-pictures.ts'
import { unsoundFiles } from './media-tools/unsound-files.ts'
import { whatAFileIs } from './media-tools/what-a-file-is.ts'
import { whatAFileSays } from './media-tools/what-a-file-says.ts'
import { workbench } from './media-tools/workbench.ts'

/** What all media tools promise; `open` gives them with a limit of 200 million pixels. */
export function mediaToolsContract(
  name: string,
  open: () => Promise<MediaTools>,
  { hasFfmpeg, hasOffice }: { hasFfmpeg: boolean; hasOffice: boolean },
) {
  describe(`media tools: ${name}`, () => {
    const bench = workbench(open)
    const { media, identify } = bench

    whatAFileIs(bench)
    unsoundFiles(bench)
    whatAFileSays(bench, hasFfmpeg)
    picturesOfFiles(bench, hasFfmpeg)
    shapedPictures(bench)
    facesOfKinds(bench, hasFfmpeg)
    insideDocuments(bench, hasOffice)
    alongFilmsAndSounds(bench, hasFfmpeg)

    test('a call that is no longer wanted ends at once', async () => {
      const controller = new AbortController()
      const identified = await identify(realMedia.photo24Megapixels)
      const drawing = media().draw(
        realMedia.photo24Megapixels,
        identified,
        [{ longestSide: null, format: 'avif' }],
        controller.signal,
      )

      controller.abort(new Error('not wanted any more'))

      await expect(drawing).rejects.toThrow('not wanted any more')
    })

    test('the tools of this machine are named with their versions', async () => {
      const report = await media().report()

      expect(report.map(({ tool }) => tool)).toEqual(
        expect.arrayContaining(['exiftool', 'sharp', 'pdfium', 'ffmpeg', 'libreoffice']),
      )
      expect(report.find(({ tool }) => tool === 'sharp')?.version).toMatch(/^\d+\.\d+/)
      expect(report.find(({ tool }) => tool === 'ffmpeg')).toMatchObject({ debianPackage: 'ffmpeg' })
    })
  })
}
