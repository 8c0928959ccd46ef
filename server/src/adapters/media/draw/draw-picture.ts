import { access } from 'node:fs/promises'
import sharp from 'sharp'
import { CropOutside, type Picture, type WantedPicture } from '../../../domain/ports/media-tools.ts'
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
  const draw = (failOn: 'error' | 'warning') =>
    drawSizes(() => sharp(source, { failOn, limitInputPixels: maxPixels }).autoOrient(), wanted)
  try {
    // Of a JPEG full of noise the decoder only warns; and it warns of much that does no harm.
    return await draw('warning').catch((error: Error) => {
      if (isNoise(error) || error instanceof CropOutside) throw error
      return draw('error')
    })
  } catch (error) {
    return isUnknownVariety(error as Error) ? null : blameFile('picture', maxPixels)(error as Error)
  }
}

/** In the words of libjpeg. */
const isNoise = ({ message }: Error): boolean => /premature end of data segment|bad Huffman code/i.test(message)
