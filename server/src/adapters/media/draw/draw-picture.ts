import { access } from 'node:fs/promises'
import sharp from 'sharp'
import type { Picture, WantedPicture } from '../../../domain/ports/media-tools.ts'
import { blameFile } from './blame-file.ts'
import { drawSizes } from './draw-sizes.ts'

/** What sharp reads, upright; of an animation the first frame. A picture that ends too early is unsound. */
export async function drawPicture(
  source: string | Uint8Array,
  wanted: readonly WantedPicture[],
  maxPixels: number,
): Promise<Picture[]> {
  if (typeof source === 'string') await access(source) // not there: not the file's fault
  const open = () => sharp(source, { failOn: 'truncated', limitInputPixels: maxPixels }).autoOrient()
  return await drawSizes(open, wanted).catch(blameFile('picture', maxPixels))
}
