import type { Picture, WantedPicture } from '../../../domain/ports/media-tools.ts'
import { drawPicture } from './draw-picture.ts'
import { readHeic } from './read-heic.ts'
import { readPsd } from './read-psd.ts'
import { wrapAsTiff } from './wrap-as-tiff.ts'

/** Pictures that sharp does not read, by way of a TIFF around their pixels: so colours are treated as everybody's. */
export async function drawPsd(
  path: string,
  wanted: readonly WantedPicture[],
  maxPixels: number,
): Promise<Picture[] | null> {
  const pixels = await readPsd(path)
  return pixels && (await drawPicture(wrapAsTiff(pixels), wanted, maxPixels))
}

export const drawHeic = async (path: string, wanted: readonly WantedPicture[], maxPixels: number) =>
  await drawPicture(wrapAsTiff(await readHeic(path, maxPixels)), wanted, maxPixels)
