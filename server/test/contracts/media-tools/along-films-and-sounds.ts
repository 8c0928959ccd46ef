import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Picture } from '../../../src/domain/ports/media-tools.ts'
import { realMedia } from '../../fixtures/real-media.ts'
import { colourAt, expectColour } from './colours.ts'
import { jpeg800, type Workbench } from './workbench.ts'

const run = promisify(execFile)
const ffmpeg = (...args: string[]) => run('ffmpeg', ['-v', 'error', '-y', ...args])

export function alongFilmsAndSounds({ media, pathOf, file, identify, drawn }: Workbench, hasFfmpeg: boolean): void {
  describe.skipIf(!hasFfmpeg)('along a film or a sound (needs ffmpeg)', () => {
    test('the poster is no black frame, though the film begins with black', async () => {
      const film = pathOf('dark.mp4')
      const parts = ['color=black:d=6', 'color=red:d=2', 'color=black:d=2'].flatMap((part) => [
        '-f',
        'lavfi',
        '-i',
        `${part}:s=320x180:r=10`,
      ])
      await ffmpeg(
        ...parts,
        '-filter_complex',
        '[1:v]drawbox=0:0:160:180:white:fill[m];[0:v][m][2:v]concat=n=3',
        '-pix_fmt',
        'yuv420p',
        film,
      )

      const [poster] = await drawn(film, { longestSide: 800, format: 'png' })

      expect(poster).toMatchObject({ width: 320, height: 180 })
      expectColour((await colourAt(poster as Picture, 300, 90)).slice(0, 3), [254, 0, 0], 30)
    })

    test('frames follow one another at equal steps', async () => {
      const film = pathOf('colours.mp4')
      const parts = ['red', 'lime', 'blue'].flatMap((colour) => [
        '-f',
        'lavfi',
        '-i',
        `color=${colour}:d=4:s=320x180:r=10`,
      ])
      await ffmpeg(...parts, '-filter_complex', 'concat=n=3', '-pix_fmt', 'yuv420p', film)

      const board = await media().drawStoryboard(film, await identify(film))

      expect(board).toMatchObject({ frames: 24, columns: 10, frameWidth: 192, frameHeight: 108, everySeconds: 0.5 })
      const picture = { bytes: board?.bytes ?? new Uint8Array() } as Picture
      expect(await sharp(picture.bytes).metadata()).toMatchObject({ width: 1920, height: 324, format: 'jpeg' })
      const frameAt = async (seconds: number) => {
        const frame = seconds / 0.5
        return await colourAt(picture, (frame % 10) * 192 + 96, Math.floor(frame / 10) * 108 + 54)
      }
      expectColour(await frameAt(2), [254, 0, 0], 12)
      expectColour(await frameAt(6), [0, 255, 0], 12)
      expectColour(await frameAt(10), [0, 0, 254], 12)
    })

    test('a sound’s loudness is told from its beginning to its end', async () => {
      const sound = pathOf('swell.wav')
      await ffmpeg('-f', 'lavfi', '-i', 'sine=frequency=440:d=4', '-af', "volume='if(lt(t,2),0.1,8)':eval=frame", sound)

      const waveform = await media().measureSound(sound, await identify(sound))

      expect(waveform?.seconds).toBeCloseTo(4, 1)
      const { peaks = [] } = waveform ?? {}
      expect(peaks).toHaveLength(200)
      expect(Math.max(...peaks.slice(10, 90))).toBeLessThan(0.05)
      expect(Math.min(...peaks.slice(110, 190))).toBeGreaterThan(0.8)
    })

    test('a sound without a cover shows its loudness, one with a cover shows that', async () => {
      const cover = await file(
        'cover.png',
        await sharp({ create: { width: 300, height: 300, channels: 3, background: '#0f0' } })
          .png()
          .toBuffer(),
      )
      const covered = pathOf('covered.mp3')
      await ffmpeg(
        '-i',
        realMedia.mp3,
        '-i',
        cover,
        '-map',
        '0:a',
        '-map',
        '1:v',
        '-c',
        'copy',
        '-t',
        '2',
        '-id3v2_version',
        '3',
        covered,
      )

      const [bars] = await drawn(realMedia.mp3, jpeg800)
      const [front] = await drawn(covered, { longestSide: 800, format: 'png' })

      expect(bars).toMatchObject({ width: 800, height: 533 })
      expect((await sharp((bars as Picture).bytes).stats()).channels[1]?.stdev).toBeGreaterThan(30)
      expect(front).toMatchObject({ width: 300, height: 300 })
      expectColour((await colourAt(front as Picture, 150, 150)).slice(0, 3), [0, 255, 0], 6)
    })

    test('a playlist that calls itself a film leads nowhere', async () => {
      const film = { scheme: 'video', contentType: 'video/mp4', extension: 'mp4' } as const
      const list = await file('list.mp4', `ffconcat version 1.0\nfile '${realMedia.mp4}'\n`)
      const hls = await file('hls.mp4', `#EXTM3U\n#EXTINF:10,\nfile://${realMedia.mp4}\n#EXT-X-ENDLIST\n`)

      for (const path of [list, hls]) {
        expect(await media().draw(path, film, [jpeg800])).toBeNull()
        expect(await media().drawStoryboard(path, film)).toBeNull()
        expect(await media().measureSound(path, film)).toBeNull()
      }
    })
  })
}
