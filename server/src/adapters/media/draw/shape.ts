import type { Sharp } from 'sharp'
import { type CropArea, CropOutside, type PictureSize, type WantedPicture } from '../../../domain/ports/media-tools.ts'

/** Cuts out, then resizes. `open` starts a fresh pipeline. */
export async function shape(open: () => Sharp, { crop, size }: WantedPicture): Promise<Sharp> {
  if (crop) await requireInside(open, crop)
  const area = crop ? open().extract(crop) : open()
  return size ? area.resize(sharpSize(size)) : area
}

/** Asked before, because the words of a decoder that was led outside differ from format to format. */
async function requireInside(open: () => Sharp, { width, height, top, left }: CropArea): Promise<void> {
  const { autoOrient: own } = await open().metadata()
  if (left + width > own.width || top + height > own.height) {
    throw new CropOutside(
      `${width}x${height} from ${top} pixels below the top and ${left} right of the edge leaves the picture, ` +
        `which has ${own.width}x${own.height}`,
    )
  }
}

const sharpSize = ({ width, height, fit }: PictureSize) =>
  ({ width, height, fit: fit === 'inside' ? 'inside' : 'fill' }) as const
