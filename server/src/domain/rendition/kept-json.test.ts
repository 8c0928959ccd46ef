import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { hasTool } from '../../../test/harness/has-tool.ts'
import { movableClock } from '../../../test/harness/movable-clock.ts'
import { openMediaTools } from '../../adapters/media/open-media-tools.ts'
import { memoryObjectStore } from '../../adapters/object-store/memory-object-store.ts'
import { viewingWith } from './viewing.ts'

const folder = await mkdtemp(join(tmpdir(), 'kept-json-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

test.skipIf(!hasTool('ffmpeg'))(
  'a sound that was looked at before ffmpeg was there has its loudness once it is (needs ffmpeg)',
  async () => {
    const objects = memoryObjectStore()
    const { key, sha256 } = await objects.writeOriginal(createReadStream(realMedia.mp3))
    const identified = { scheme: 'audio', contentType: 'audio/mpeg', extension: 'mp3' } as const
    const file = { sha256, object: key, hasPreview: false, identified, longestSide: null, dpi: null }
    const clock = movableClock()

    const without = await openMediaTools({ temporaryFolder: folder, processes: 1, searchPath: '/nowhere' })
    const bare = viewingWith({ media: without, clock }).waveforms
    expect(await bare.glance(objects, file)).toEqual({ status: 'ready', value: null })
    expect(await bare.get(objects, file)).toBeNull()
    await without.close()

    const media = await openMediaTools({ temporaryFolder: folder, processes: 1 })
    const { waveforms } = viewingWith({ media, clock })
    expect((await waveforms.get(objects, file))?.peaks.length).toBeGreaterThan(50)
    expect(await waveforms.glance(objects, file)).toMatchObject({
      status: 'ready',
      value: { peaks: expect.any(Array) },
    })
    await media.close()
  },
)

test('who waits for something hears when it fails, and who comes later has it made again', async () => {
  const objects = memoryObjectStore()
  const { key, sha256 } = await objects.writeOriginal(createReadStream(realMedia.pdf))
  const identified = { scheme: 'document', contentType: 'application/pdf', extension: 'pdf' } as const
  const file = { sha256, object: key, hasPreview: true, identified, longestSide: null, dpi: null }
  const clock = movableClock()
  const media = await openMediaTools({ temporaryFolder: folder, processes: 1 })
  const { measured } = viewingWith({ media, clock }).pages

  expect(await measured.glance(objects, file)).toEqual({ status: 'coming' })
  await expect.poll(() => media.pids(), { interval: 5 }).toHaveLength(1)
  process.kill(media.pids()[0] as number, 'SIGKILL')
  await expect.poll(() => measured.glance(objects, file), { timeout: 10_000 }).toEqual({ status: 'ready', value: null })

  clock.advance({ seconds: 301 })
  await expect
    .poll(() => measured.glance(objects, file), { timeout: 10_000 })
    .toMatchObject({ status: 'ready', value: { count: 14 } })
  await media.close()
})
