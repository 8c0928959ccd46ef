import sharp from 'sharp'
import type { PixelMeasures } from '../child/task.ts'

/** For machines without exiftool: what the decoder knows. */
export async function measurePicture(path: string): Promise<PixelMeasures> {
  const { autoOrient, density } = await sharp(path, { limitInputPixels: false }).metadata()
  return { width: autoOrient.width, height: autoOrient.height, dpi: density ?? null }
}
