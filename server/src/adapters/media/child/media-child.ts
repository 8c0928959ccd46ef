/**
 * Runs in a process of its own, which may be killed at any moment: one task at a time, nothing kept between tasks.
 * Started by `child-pool.ts`.
 */
import sharp from 'sharp'
import { CropOutside, UnsoundFile } from '../../../domain/ports/media-tools.ts'
import { drawPdf } from '../draw/draw-pdf.ts'
import { drawPicture } from '../draw/draw-picture.ts'
import { drawSvg } from '../draw/draw-svg.ts'
import { measurePicture } from '../draw/measure-picture.ts'
import { identifyFile } from '../identify/identify-file.ts'
import type { Reply, Task } from './task.ts'

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
    (error: Error) => ({
      refusal: {
        unsound: error instanceof UnsoundFile,
        outside: error instanceof CropOutside,
        message: error.message,
      },
    }),
  )
  process.send?.(reply)
})

// The server is gone: nobody waits for an answer. An orderly exit would wait for the decoder to finish.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

function perform(task: Task): Promise<unknown> {
  switch (task.do) {
    case 'identify':
      return identifyFile(task.path, task.fileName, task.maxPixels)
    case 'draw-picture':
      return drawPicture(task.source, task.wanted, task.maxPixels)
    case 'draw-svg':
      return drawSvg(task.source, task.wanted, task.maxPixels)
    case 'draw-pdf':
      return drawPdf(task.path, task.wanted, task.maxPixels)
    case 'measure':
      return measurePicture(task.path)
  }
}
