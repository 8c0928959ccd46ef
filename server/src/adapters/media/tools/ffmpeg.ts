import { OverLimit, type Waveform } from '../../../domain/ports/media-tools.ts'
import { slots } from '../child/slots.ts'
import type { Pixels } from '../draw/wrap-as-tiff.ts'
import { demuxersOf } from '../play/demuxers-of.ts'
import { guardedInput } from '../play/probe-streams.ts'
import { measurePeaks } from './measure-peaks.ts'
import { openTool } from './open-tool.ts'
import { parsePpm } from './parse-ppm.ts'
import { runTool } from './run-tool.ts'
import { stillDemuxer } from './still-demuxer.ts'

export type Film = { path: string; contentType: string }

/** Each answers `null` where there is no ffmpeg, or it can make nothing of the file. */
export type Ffmpeg = {
  /** A frame at this time, at most `longestSide` pixels. */
  frame(film: Film, seconds: number, longestSide: number | null, signal?: AbortSignal): Promise<Pixels | null>
  /** A still picture that sharp does not read, as PNG. */
  still(film: Film, longestSide: number | null, signal?: AbortSignal): Promise<Uint8Array | null>
  /** Frames `everySeconds` apart, `columns` in a row, none larger than `longestSide`, as JPEG. */
  tiles(film: Film, layout: TilesLayout, signal?: AbortSignal): Promise<Uint8Array | null>
  sound(film: Film, signal?: AbortSignal): Promise<Waveform | null>
  /** Seconds. */
  duration(film: Film, signal?: AbortSignal): Promise<number | null>
  version(): Promise<string | null>
}
export type TilesLayout = {
  everySeconds: number
  columns: number
  rows: number
  longestSide: number
  keyFramesOnly: boolean
}

type Options = { processes: number; timeoutMs: number; maxPixels: number; env: Record<string, string> }

const quietly = ['-nostdin', '-hide_banner', '-v', 'error', '-threads', '1']
const firstPicture = ['-map', '0:v:0', '-an', '-sn', '-dn']
const maxOutputBytes = 512 * 1024 * 1024
/** Of a sound; whoever has a longer one sees its beginning. */
const longestSound = 12 * 3600
const soundRate = 8000

export function openFfmpeg({ processes, timeoutMs, maxPixels, env }: Options): Ffmpeg {
  const ffmpeg = openTool('ffmpeg', ['-version'], { timeoutMs, env })
  const ffprobe = openTool('ffprobe', ['-version'], { timeoutMs, env })
  const places = slots(processes)
  const limits = ['-max_pixels', String(maxPixels)]

  /** A file that ffmpeg can't read has no picture for us; that it was stopped is another matter. */
  async function run(
    args: readonly string[],
    film: Film,
    signal: AbortSignal | undefined,
    onOutput?: (chunk: Buffer) => void,
  ): Promise<Buffer | null> {
    if ((await ffmpeg.version()) === null) return null
    const release = await places.take(signal, film.path)
    try {
      const options = { env, timeoutMs, maxOutputBytes, signal, ...(onOutput && { onOutput }) }
      return (await runTool('ffmpeg', [...quietly, ...args], options)).output
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof OverLimit) throw error
      return null
    } finally {
      release()
    }
  }

  return {
    async duration(film, signal) {
      const demuxers = demuxersOf(film.contentType)
      if (demuxers === null || (await ffprobe.version()) === null) return null
      const asked = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0']
      const said = await ffprobe.run([...asked, ...guardedInput(film.path, demuxers)], signal).catch(() => {
        signal?.throwIfAborted()
        return null
      })
      const seconds = Number.parseFloat(said?.toString() ?? '')
      return Number.isFinite(seconds) && seconds > 0 ? seconds : null
    },

    async frame(film, seconds, longestSide, signal) {
      const demuxers = demuxersOf(film.contentType)
      if (demuxers === null) return null
      const at = seconds > 0 ? ['-ss', seconds.toFixed(3)] : []
      const input = [...limits, ...at, ...guardedInput(film.path, demuxers)]
      const output = ['-frames:v', '1', '-vf', scaleTo(longestSide), '-c:v', 'ppm', '-f', 'image2pipe', 'pipe:1']
      const ppm = await run([...input, ...firstPicture, ...output], film, signal)
      return ppm && parsePpm(ppm)
    },

    async still(film, longestSide, signal) {
      const demuxer = stillDemuxer(film.contentType)
      if (demuxer === null) return null
      const input = [...limits, ...guardedInput(film.path, demuxer)]
      const output = ['-frames:v', '1', '-vf', scaleTo(longestSide), '-c:v', 'png', '-compression_level', '1']
      const png = await run([...input, ...firstPicture, ...output, '-f', 'image2pipe', 'pipe:1'], film, signal)
      return png?.length ? png : null
    },

    async tiles(film, { everySeconds, columns, rows, longestSide, keyFramesOnly }, signal) {
      const demuxers = demuxersOf(film.contentType)
      if (demuxers === null) return null
      const fast = keyFramesOnly ? ['-skip_frame', 'nokey'] : []
      const filters = [
        `fps=fps=1/${everySeconds}:start_time=0:round=near`,
        'scale=iw*sar:ih,setsar=1',
        `scale=${longestSide}:${longestSide}:force_original_aspect_ratio=decrease:force_divisible_by=2`,
        `tile=${columns}x${rows}`,
      ]
      const output = ['-vf', filters.join(','), '-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '5', '-pix_fmt', 'yuvj420p']
      const input = [...limits, ...fast, ...guardedInput(film.path, demuxers)]
      const jpeg = await run([...input, ...firstPicture, ...output, '-f', 'image2pipe', 'pipe:1'], film, signal)
      return jpeg?.length ? jpeg : null
    },

    async sound(film, signal) {
      const demuxers = demuxersOf(film.contentType)
      if (demuxers === null) return null
      const peaks = measurePeaks(soundRate)
      const output = [
        '-map',
        '0:a:0',
        '-vn',
        '-sn',
        '-dn',
        '-ac',
        '1',
        '-ar',
        String(soundRate),
        '-f',
        's16le',
        'pipe:1',
      ]
      const input = ['-t', String(longestSound), ...guardedInput(film.path, demuxers)]
      const done = await run([...input, ...output], film, signal, peaks.take)
      return done && peaks.measured()
    },

    version: ffmpeg.version,
  }
}

/** Square pixels, never enlarged. */
function scaleTo(longestSide: number | null): string {
  if (longestSide === null) return 'scale=iw*sar:ih,setsar=1'
  const side = (own: string) => `'min(${longestSide},${own})'`
  return `scale=iw*sar:ih,setsar=1,scale=${side('iw')}:${side('ih')}:force_original_aspect_ratio=decrease`
}
