import { access, open } from 'node:fs/promises'
import sharp from 'sharp'
import { CropOutside, type Picture, type WantedPicture } from '../../../domain/ports/media-tools.ts'
import { blameFile, isUnknownVariety } from './blame-file.ts'
import { drawSizes } from './draw-sizes.ts'
import { hasSoundMarks } from './jpeg-marks.ts'

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
    return await draw('warning').catch(async (error: Error) => {
      if (error instanceof CropOutside || (await isNoise(error, source))) throw error
      return await draw('error')
    })
  } catch (error) {
    // Noise may look like a variety, too.
    if (isUnknownVariety(error as Error) && !(await isTornJpeg(source))) return null
    return blameFile('picture', maxPixels)(error as Error)
  }
}

/** In the words of libjpeg. A bad code may be one damaged spot in a photo that is all there. */
async function isNoise({ message }: Error, source: string | Uint8Array): Promise<boolean> {
  if (/premature end of data segment/i.test(message)) return true
  if (!/bad Huffman code/i.test(message)) return false
  return await isTornJpeg(source)
}

async function isTornJpeg(source: string | Uint8Array): Promise<boolean> {
  if (typeof source !== 'string') return isJpeg(source) && !hasSoundMarks(Buffer.from(source))
  const handle = await open(source)
  try {
    const head = new Uint8Array(2)
    await handle.read(head, 0, 2, 0)
    if (!isJpeg(head)) return false
    return (await handle.stat()).size > largestJpeg || !hasSoundMarks(await handle.readFile())
  } finally {
    await handle.close()
  }
}

const isJpeg = ([first, second]: Uint8Array): boolean => first === 0xff && second === 0xd8
/** More than any has whose pixels we draw. */
const largestJpeg = 512 * 1024 * 1024
