import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { mediaToolsContract } from '../../../test/contracts/media-tools-contract.ts'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { OverLimit } from '../../domain/ports/media-tools.ts'
import { iconSvg } from '../../domain/rendition/icon-svg.ts'
import { type MediaToolsOptions, openMediaTools } from './open-media-tools.ts'
import { openTool } from './tools/open-tool.ts'

const env = { PATH: '/usr/local/bin:/usr/bin:/bin' }
const hasFfmpeg = (await openTool('ffmpeg', ['-version'], { env, timeoutMs: 10_000 }).version()) !== null
const hasPerl = (await openTool('perl', ['-v'], { env, timeoutMs: 10_000 }).version()) !== null
const office = openTool('soffice', ['--version'], { env: { ...env, HOME: tmpdir() }, timeoutMs: 30_000 })
const hasOffice = (await office.version()) !== null
const folder = await mkdtemp(join(tmpdir(), 'media-tools-'))

mediaToolsContract('of this machine', () => openMediaTools({ temporaryFolder: folder }), {
  hasFfmpeg,
  hasOffice,
})

const opened: { close(): Promise<void> }[] = []
async function open(options: Partial<MediaToolsOptions> = {}) {
  const media = await openMediaTools({ temporaryFolder: folder, ...options })
  opened.push(media)
  return media
}
afterEach(() => Promise.all(opened.splice(0).map((media) => media.close())))
afterAll(() => rm(folder, { recursive: true, force: true }))

const jpeg = { scheme: 'image', contentType: 'image/jpeg', extension: 'jpg' } as const
/** Takes seconds. */
const slow = [{ longestSide: null, format: 'avif' }] as const
const quick = [{ longestSide: 100, format: 'jpeg' }] as const

test('a process that dies with a file in its hands costs that call alone', async () => {
  const media = await open({ processes: 1 })
  await media.draw(realMedia.starfish, jpeg, quick)
  const [first] = media.pids()
  const dying = media.draw(realMedia.photo24Megapixels, jpeg, slow)
  const next = media.draw(realMedia.starfish, jpeg, quick)
  dying.catch(() => undefined)

  process.kill(first as number, 'SIGKILL')

  await expect(dying).rejects.toThrow('ended (SIGKILL)')
  expect(await next).toHaveLength(1)
  expect(media.pids()).not.toContain(first)
})

test('no more is drawn at once for nobody in particular than there are workers, and what somebody waits for goes beside', async () => {
  const drawnAtOnce = async (workers: number) => {
    const media = await open({ processes: 3, workers })
    await Promise.all(Array.from({ length: 4 }, () => media.draw(realMedia.starfish, jpeg, quick)))
    return media.pids().length
  }
  expect([await drawnAtOnce(1), await drawnAtOnce(2), await drawnAtOnce(10), await drawnAtOnce(0)]).toEqual([
    1, 2, 3, 1,
  ])

  const media = await open({ processes: 2, workers: 1 })
  const held = media.draw(realMedia.photo24Megapixels, jpeg, slow)
  let isHeld = true
  held.finally(() => (isHeld = false)).catch(() => undefined)
  expect(await media.awaited.draw(realMedia.starfish, jpeg, quick)).toHaveLength(1)
  expect(isHeld).toBe(true)
})

test('a call that hangs is ended, and the next one gets a new process', { timeout: 60_000 }, async () => {
  const media = await open({ processes: 1, timeoutMs: 10_000 })
  await media.draw(realMedia.starfish, jpeg, quick)
  process.kill(media.pids()[0] as number, 'SIGSTOP')

  await expect(media.draw(realMedia.starfish, jpeg, quick)).rejects.toThrow('took longer than 10 s')

  expect(await media.draw(realMedia.starfish, jpeg, quick)).toHaveLength(1)
})

test.skipIf(!hasPerl)(
  'an exiftool that hangs is ended, and another one reads on (needs perl)',
  { timeout: 90_000 },
  async () => {
    const media = await open({ processes: 1, timeoutMs: 10_000 })
    await media.readMetadata(realMedia.starfish, jpeg)
    const [hanging] = await exiftools()
    process.kill(hanging as number, 'SIGSTOP')

    const { measures } = await media.readMetadata(realMedia.starfish, jpeg)

    expect(measures).toMatchObject({ width: 1278, height: 720 })
    await vi.waitFor(async () => expect(await exiftools()).not.toContain(hanging), { timeout: 30_000 })
  },
)

test.skipIf(!hasPerl)('an exiftool that dies with a file in its hands is replaced (needs perl)', async () => {
  const media = await open({ processes: 1 })
  await media.readMetadata(realMedia.starfish, jpeg)
  const [dying] = await exiftools()

  process.kill(dying as number, 'SIGKILL')

  expect((await media.readMetadata(realMedia.photo24Megapixels, jpeg)).measures).toMatchObject({ width: 6000 })
  expect(await exiftools()).not.toContain(dying)
})

/** Process ids of those that this process started. */
async function exiftools(): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)])
  return stdout
    .split('\n')
    .filter((line) => line.includes('-stay_open'))
    .map((line) => Number.parseInt(line, 10))
}

test('a file that takes more memory than allowed is ended, and told from one that is broken', async () => {
  const media = await open({ processes: 1, maxMemoryBytes: 120 * 1024 * 1024 })

  const drawing = media.draw(realMedia.photo24Megapixels, jpeg, slow)

  await expect(drawing).rejects.toThrow(OverLimit)
  await expect(drawing).rejects.toThrow('more than 120 MiB of memory')
})

test('no more processes than allowed, none before there is work, none long after', async () => {
  const media = await open({ processes: 2, idleMs: 50 })
  expect(media.pids()).toEqual([])

  await Promise.all(Array.from({ length: 6 }, () => media.draw(realMedia.starfish, jpeg, quick)))

  expect(media.pids().length).toBeLessThanOrEqual(2)
  await vi.waitFor(() => expect(media.pids()).toEqual([]), { timeout: 15_000 })
})

test('closing ends what is under way, and nothing starts after it', async () => {
  const media = await open()
  const drawing = media.draw(realMedia.photo24Megapixels, jpeg, slow)
  drawing.catch(() => undefined)
  await vi.waitFor(() => expect(media.pids()).toHaveLength(1), { timeout: 15_000 })

  await media.close()

  await expect(drawing).rejects.toThrow()
  expect(media.pids()).toEqual([])
  await expect(media.draw(realMedia.starfish, jpeg, quick)).rejects.toThrow('closed')
})

test('without perl and ffmpeg a photo still has its size and its picture, and the report says what is missing', async () => {
  const media = await open({ searchPath: '/nowhere' })

  const { measures } = await media.readMetadata(realMedia.photo24Megapixels, jpeg)
  const film = await media.identify(realMedia.mp4, 'film.mp4')

  expect(measures).toMatchObject({ width: 6000, height: 4000, dpi: 350 })
  expect(await media.draw(realMedia.starfish, jpeg, quick)).toHaveLength(1)
  expect(await media.draw(realMedia.mp4, film, quick)).toBeNull()
  const missing = (await media.report()).filter(({ version }) => version === null)
  expect(missing).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ tool: 'exiftool', debianPackage: 'perl' }),
      expect.objectContaining({ tool: 'ffmpeg', debianPackage: 'ffmpeg' }),
    ]),
  )
})

test.skipIf(!hasFfmpeg)('without perl a film still has its size and its length (needs ffmpeg)', async () => {
  const withoutPerl = await mkdtemp(join(folder, 'tools-'))
  for (const tool of ['ffprobe', 'ffmpeg']) {
    const { stdout } = await promisify(execFile)('which', [tool])
    await symlink(stdout.trim(), join(withoutPerl, tool))
  }
  const media = await open({ searchPath: withoutPerl })

  const { measures } = await media.readMetadata(realMedia.mp4, await media.identify(realMedia.mp4, 'film.mp4'))

  expect(measures).toMatchObject({ width: 400, height: 300, duration: 53 })
})

test('every kind has an icon, whatever its extension is made of', async () => {
  const media = await open()

  for (const [scheme, extension] of [
    ['document', 'docx'],
    ['other', ''],
    ['audio', `<&"'\u0007>`],
  ] as const) {
    const [icon] = await media.drawSvg(iconSvg(scheme, extension), [{ longestSide: 240, format: 'png' }])
    expect(icon).toMatchObject({ width: 240, height: 240 })
  }
})
