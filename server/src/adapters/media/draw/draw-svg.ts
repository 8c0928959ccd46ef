import { readFile, stat } from 'node:fs/promises'
import sharp from 'sharp'
import { type Picture, UnsoundFile, type WantedPicture } from '../../../domain/ports/media-tools.ts'
import { blameFile } from './blame-file.ts'
import { drawSizes } from './draw-sizes.ts'

const maxBytes = 32 * 1024 * 1024
const unitsPerInch = 72
const maxDensity = 100_000

/**
 * A drawing has no pixels: it is drawn at the size wanted, and at its own for full size. Given as bytes it has no
 * address, so librsvg refuses whatever it refers to outside of itself.
 */
export async function drawSvg(
  source: string | Uint8Array,
  wanted: readonly WantedPicture[],
  maxPixels: number,
): Promise<Picture[]> {
  const bytes = typeof source === 'string' ? await readDrawing(source) : source
  try {
    const own = await sharp(bytes, { density: unitsPerInch, limitInputPixels: maxPixels }).metadata()
    const longest = Math.max(own.width, own.height)
    const largest = Math.max(...wanted.map(({ longestSide }) => longestSide ?? longest))
    // A little finer than needed: librsvg rounds to whole pixels, and what is too small is never enlarged.
    const densityFor = (scale: number) => Math.min(Math.max(1, Math.ceil(unitsPerInch * scale + 0.5)), maxDensity)
    const open = (at: number) => sharp(bytes, { density: at, limitInputPixels: maxPixels })

    const limited = wanted.filter(({ longestSide }) => longestSide !== null)
    const drawn = new Map<WantedPicture, Picture>()
    for (const one of wanted) {
      if (one.longestSide !== null) continue
      const { size, crop } = one
      // What is cut out is told in pixels of its own size, and what is stretched may be too long for a drawing.
      const wantedScale = size && !crop ? Math.max(size.width / own.width, size.height / own.height) : 1
      const scale = Math.min(wantedScale, 0.9 * Math.sqrt(maxPixels / (own.width * own.height)))
      const [picture] = await drawSizes(() => open(scale === 1 ? unitsPerInch : densityFor(scale)), [one])
      drawn.set(one, picture as Picture)
    }
    const pictures = limited.length === 0 ? [] : await drawSizes(() => open(densityFor(largest / longest)), limited)
    for (const [index, picture] of pictures.entries()) drawn.set(limited[index] as WantedPicture, picture)
    return wanted.map((one) => drawn.get(one) as Picture)
  } catch (error) {
    return blameFile('drawing', maxPixels)(error as Error)
  }
}

async function readDrawing(path: string): Promise<Uint8Array> {
  if ((await stat(path)).size > maxBytes) throw new UnsoundFile('The drawing is larger than 32 MiB')
  return await readFile(path)
}
