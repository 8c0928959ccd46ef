import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { movableClock } from '../../../test/harness/movable-clock.ts'
import { openMediaTools } from '../../adapters/media/open-media-tools.ts'
import { memoryObjectStore } from '../../adapters/object-store/memory-object-store.ts'
import { ToolEnded, UnsoundFile } from '../ports/media-tools.ts'
import { DrawingFailed, drawingAttempts } from './drawing-attempts.ts'
import { openEdits } from './open-edits.ts'
import { openPreviews } from './open-previews.ts'
import { openTranscriptions } from './open-transcriptions.ts'

const folder = await mkdtemp(join(tmpdir(), 'attempts-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Nothing is ever drawn in so short a time. */
async function hurried() {
  const media = await openMediaTools({ temporaryFolder: folder, processes: 1, timeoutMs: 5 })
  const objects = memoryObjectStore()
  const { key, sha256 } = await objects.writeOriginal(createReadStream(realMedia.photo24Megapixels))
  const identified = { scheme: 'image', contentType: 'image/jpeg', extension: 'jpg' } as const
  const file = { sha256, object: key, hasPreview: true, identified, longestSide: 6000, dpi: 300 }
  return { media, objects, file, deps: { media, clock: movableClock(), maxPixels: 200_000_000 } }
}

test('renditions that take too long are refused with a time to come back, and not begun again before it', async () => {
  const { media, objects, file, deps } = await hurried()
  const [edits, transcribe] = [openEdits(deps), openTranscriptions(deps)]
  const edit = { format: 'png', size: null, crop: null, dpi: null } as const
  const refused = { refusal: 'unavailable', retryAfterSeconds: 300, message: expect.stringContaining('more time') }

  for (const ask of [() => transcribe(objects, file, 'PNG'), () => edits.make(objects, file, edit)]) {
    await expect(ask()).rejects.toMatchObject(refused)
    await expect.poll(() => media.pids()).toEqual([])

    deps.clock.advance({ seconds: 100 })
    await expect(ask()).rejects.toMatchObject({ ...refused, retryAfterSeconds: 200 })
    expect(media.pids()).toEqual([]) // nobody was asked to draw

    deps.clock.advance({ seconds: 201 })
    await expect(ask()).rejects.toMatchObject(refused)
  }
  await media.close()
})

test('a preview that takes too long is an icon for the moment', async () => {
  const { media, objects, file, deps } = await hurried()
  const able = await openMediaTools({ temporaryFolder: folder, processes: 1 })
  // the icon itself must get drawn
  const previews = openPreviews({ ...deps, media: { ...media, drawSvg: able.drawSvg } })

  const preview = await previews(objects, file, { size: 3000, format: 'jpeg' })

  expect(preview).toMatchObject({ name: 'icon-image-jpg-800.jpg', standsIn: true })
  await Promise.all([media.close(), able.close()])
})

test('a file that is to blame stays to blame, whoever asks; other trouble is not remembered', async () => {
  const { media, deps } = await hurried()
  const attempt = drawingAttempts(deps)
  let times = 0
  const failing = (error: Error) => async () => {
    times++
    throw error
  }

  for (let turn = 0; turn < 3; turn++)
    await expect(attempt('a', failing(new UnsoundFile('torn')))).rejects.toThrow('torn')
  for (let turn = 0; turn < 3; turn++)
    await expect(attempt('b', failing(new ToolEnded('dead')))).rejects.toThrow(DrawingFailed)
  expect(times).toBe(2)
  for (let turn = 0; turn < 3; turn++)
    await expect(attempt('c', failing(new Error('disk full')))).rejects.toThrow('disk')
  expect(times).toBe(5)
  expect(await attempt('d', async () => 'drawn')).toBe('drawn')
  await media.close()
})
