/**
 * Runs in a process of its own, which may be killed at any moment: one task at a time, nothing kept between tasks.
 * Started by `child-pool.ts`, through `start-media-child.mjs`.
 */
import sharp from 'sharp'
import { CropOutside, PageOutside, UnsoundFile } from '../../../domain/ports/media-tools.ts'
import { drawPacked } from '../draw/draw-packed.ts'
import { drawPdf, measurePdf } from '../draw/draw-pdf.ts'
import { drawPicture } from '../draw/draw-picture.ts'
import { drawSvg } from '../draw/draw-svg.ts'
import { drawText } from '../draw/draw-text.ts'
import { drawHeic, drawPsd } from '../draw/draw-wrapped.ts'
import { measurePicture } from '../draw/measure-picture.ts'
import { identifyFile } from '../identify/identify-file.ts'
import { readDocumentText } from '../text/read-document-text.ts'
import type { Refused, Reply, Task } from './task.ts'

sharp.cache(false)
sharp.concurrency(1) // several files at once are faster than one file on several threads

// Of all the formats libvips may have been built with, only those we mean to read.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Nsgif', 'Webp', 'Tiff', 'Heif', 'Svg'].map((name) => `VipsForeignLoad${name}`),
})

process.on('message', async (task: Task) => {
  const reply: Reply = await perform(task).then(
    (answer) => ({ answer }),
    (error: Error) => ({ refusal: refusalOf(error) }),
  )
  process.send?.(reply)
})

// The server is gone: nobody waits for an answer. An orderly exit would wait for the decoder to finish.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

/** Readers of ours go where the file says, and a buffer stops them at its end: that is the file's fault. */
const leadsBeyondItsEnd = ({ code }: NodeJS.ErrnoException): boolean =>
  code === 'ERR_OUT_OF_RANGE' || code === 'ERR_BUFFER_OUT_OF_BOUNDS'

const refusalOf = (error: Error): Refused =>
  leadsBeyondItsEnd(error)
    ? { kind: 'unsound', message: 'The file is damaged or incomplete' }
    : { kind: kindOf(error), message: error.message }

function kindOf(error: Error): Refused['kind'] {
  if (error instanceof UnsoundFile) return 'unsound'
  if (error instanceof CropOutside) return 'crop outside'
  return error instanceof PageOutside ? 'page outside' : 'failed'
}

function perform(task: Task): Promise<unknown> {
  switch (task.do) {
    case 'identify':
      return identifyFile(task.path, task.fileName, task.maxPixels)
    case 'draw-picture':
      return drawPicture(task.source, task.wanted, task.maxPixels)
    case 'draw-svg':
      return drawSvg(task.source, task.wanted, task.maxPixels)
    case 'draw-pdf':
      return drawPdf(task.path, task.page, task.wanted, task.maxPixels)
    case 'draw-psd':
      return drawPsd(task.path, task.wanted, task.maxPixels)
    case 'draw-heic':
      return drawHeic(task.path, task.wanted, task.maxPixels)
    case 'draw-packed':
      return drawPacked(task.path, task.wanted, task.maxPixels)
    case 'draw-text':
      return drawText(task.path, task.contentType, task.wanted, task.maxPixels)
    case 'read-text':
      return readDocumentText(task.path, task.contentType, task.maxPages)
    case 'measure-pages':
      return measurePdf(task.path)
    case 'measure':
      return measurePicture(task.path)
  }
}
