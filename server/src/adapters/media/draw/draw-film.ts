import type { DrawnStoryboard } from '../../../domain/ports/media-tools.ts'
import type { Ffmpeg, Film } from '../tools/ffmpeg.ts'
import type { Pixels } from './wrap-as-tiff.ts'

/** Where to look, as shares of its length; films often begin with black, and end with names on black. */
const moments = [0.1, 0.25, 0.5, 0.75, 0]

/** A frame that shows something: the first that is neither black nor empty, or else the one with most in it. */
export async function posterOf(
  ffmpeg: Ffmpeg,
  film: Film,
  longestSide: number | null,
  signal?: AbortSignal,
): Promise<Pixels | null> {
  const seconds = (await ffmpeg.duration(film, signal)) ?? 0
  let best: { frame: Pixels; contrast: number } | null = null
  for (const moment of seconds > 0 ? moments : [0]) {
    const frame = await ffmpeg.frame(film, seconds * moment, longestSide, signal)
    if (!frame) continue
    const { mean, contrast } = lookOf(frame)
    if (mean >= 20 && contrast >= 8) return frame
    if (contrast > (best?.contrast ?? -1)) best = { frame, contrast }
  }
  return best?.frame ?? null
}

/** Brightness, 0 to 255, and how much it differs, from some thousand pixels. */
function lookOf({ data }: Pixels): { mean: number; contrast: number } {
  const step = Math.max(1, Math.floor(data.length / 3 / 4096)) * 3
  let [count, sum, squares] = [0, 0, 0]
  for (let at = 0; at + 2 < data.length; at += step) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
    const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    count++
    sum += light
    squares += light * light
  }
  const mean = sum / count
  return { mean, contrast: Math.sqrt(Math.max(0, squares / count - mean * mean)) }
}

const mostFrames = 60
const mostColumns = 10
const longestFrameSide = 192
/** Shorter steps show nothing new. */
const shortestStep = 0.5
/** Beyond, only whole frames are decoded: they are a few seconds apart, and so are the steps. */
const decodedWhole = 180

/** Up to sixty frames, from its beginning to its end. */
export async function storyboardOf(ffmpeg: Ffmpeg, film: Film, signal?: AbortSignal): Promise<DrawnStoryboard | null> {
  const seconds = await ffmpeg.duration(film, signal)
  if (seconds === null) return null
  const everySeconds = Math.ceil(Math.max(shortestStep, seconds / mostFrames) * 1000) / 1000
  const frames = Math.min(mostFrames, Math.max(1, Math.ceil(seconds / everySeconds)))
  const columns = Math.min(mostColumns, frames)
  const rows = Math.ceil(frames / columns)
  const layout = { everySeconds, columns, rows, longestSide: longestFrameSide, keyFramesOnly: seconds > decodedWhole }
  const bytes = await ffmpeg.tiles(film, layout, signal)
  const size = bytes && jpegSize(bytes)
  if (!bytes || !size) return null
  return { bytes, frames, columns, frameWidth: size.width / columns, frameHeight: size.height / rows, everySeconds }
}

/** From its frame header; what ffmpeg writes is plain. */
function jpegSize(jpeg: Uint8Array): { width: number; height: number } | null {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at + 1] === 0xc0) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
  }
  return null
}
