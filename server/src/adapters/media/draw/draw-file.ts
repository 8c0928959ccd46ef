import { type Identified, type Picture, UnsoundFile, type WantedPicture } from '../../../domain/ports/media-tools.ts'
import type { ChildPool } from '../child/child-pool.ts'
import type { Ffmpeg } from '../tools/ffmpeg.ts'
import { isDecodable } from './decodable.ts'

type Deps = { children: Pick<ChildPool, 'run'>; ffmpeg: Ffmpeg; maxPixels: number }

/** Chooses who draws. `null`: nobody here can; an icon will stand for it. */
export async function drawFile(
  { children, ffmpeg, maxPixels }: Deps,
  path: string,
  identified: Identified,
  wanted: readonly WantedPicture[],
  signal?: AbortSignal,
): Promise<Picture[] | null> {
  if (wanted.length === 0) return []
  const { scheme, contentType } = identified
  const fromPng = async (png: Uint8Array | null) =>
    png && (await children.run({ do: 'draw-picture', source: png, wanted, maxPixels }, signal))

  if (isDecodable(identified))
    return await children.run({ do: 'draw-picture', source: path, wanted, maxPixels }, signal)
  if (contentType === 'image/svg+xml') {
    return await children.run({ do: 'draw-svg', source: path, wanted, maxPixels }, signal)
  }
  if (contentType === 'application/pdf')
    return await children.run({ do: 'draw-pdf', path, page: 1, wanted, maxPixels }, signal)
  if (contentType === 'application/illustrator') {
    // Most are PDFs inside; the others only their maker can read.
    return await children.run({ do: 'draw-pdf', path, page: 1, wanted, maxPixels }, signal).catch(nobody)
  }
  if (scheme === 'video') return await fromPng(await ffmpeg.poster(path, largestOf(wanted), signal))
  if (byFfmpeg.has(contentType)) return await fromPng(await ffmpeg.still(path, largestOf(wanted), signal))
  return null
}

const byFfmpeg = new Set([
  'image/bmp',
  'image/vnd.adobe.photoshop',
  'image/jp2',
  'image/jxl',
  'image/x-tga',
  'image/x-icon',
])

function nobody(error: unknown): null {
  if (error instanceof UnsoundFile) return null
  throw error
}

function largestOf(wanted: readonly WantedPicture[]): number | null {
  const sides = wanted.map(({ longestSide }) => longestSide ?? Number.POSITIVE_INFINITY)
  const largest = Math.max(...sides)
  return Number.isFinite(largest) ? largest : null
}
