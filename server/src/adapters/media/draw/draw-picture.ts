import { access } from 'node:fs/promises'
import sharp from 'sharp'
import type { Picture, WantedPicture } from '../../../domain/ports/media-tools.ts'
import { blameFile, isUnknownVariety } from './blame-file.ts'
import { drawSizes } from './draw-sizes.ts'

/**
 * What sharp reads, upright; of an animation the first frame. A picture that ends too early is unsound. `null`: a
 * variety of its format that is not known here.
 */
export async function drawPicture(
  source: string | Uint8Array,
  wanted: readonly WantedPicture[],
  maxPixels: number,
): Promise<Picture[] | null> {
  if (typeof source === 'string') await access(source) // not there: not the file's fault
  // Not 'truncated': of a TIFF that lacks its end libvips says but that it could not read on.
  const open = () => sharp(source, { failOn: 'error', limitInputPixels: maxPixels }).autoOrient()
  try {
    return await drawSizes(open, wanted)
  } catch (error) {
    return isUnknownVariety(error as Error) ? null : blameFile('picture', maxPixels)(error as Error)
  }
}
