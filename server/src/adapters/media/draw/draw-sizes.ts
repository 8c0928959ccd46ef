import sharp, { type Sharp } from 'sharp'
import type { Picture, WantedPicture } from '../../../domain/ports/media-tools.ts'
import { encodePicture } from './encode-picture.ts'
import { shape } from './shape.ts'

/**
 * Several sizes from one decode: the largest is made from the file, the smaller ones from its pixels. Full size is
 * streamed on its own, as its pixels may not fit into memory. `start` begins a fresh pipeline.
 */
export async function drawSizes(start: () => Sharp, wanted: readonly WantedPicture[]): Promise<Picture[]> {
  const open = (await isDeep(start)) ? () => start().pipelineColourspace('srgb') : start
  const limits = wanted.flatMap(({ longestSide }) => longestSide ?? [])
  const source = limits.length > 1 ? await keepPixels(open, Math.max(...limits)) : open

  const pictures: Picture[] = []
  for (const one of wanted) {
    const from = one.keepMetadata ? open : source // raw pixels say nothing of themselves
    const pixels = one.longestSide === null ? await shape(open, one) : fitInto(from(), one.longestSide)
    pictures.push(await encodePicture(pixels, one))
  }
  return pictures
}

/**
 * 16 bits a colour. sharp turns their profiles into Display P3 first, and takes those without one to be in it: with 8
 * bits from the beginning it does as with all others.
 */
const isDeep = async (open: () => Sharp): Promise<boolean> => (await open().metadata()).space === 'rgb16'

const fitInto = (pixels: Sharp, longestSide: number): Sharp =>
  pixels.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })

async function keepPixels(open: () => Sharp, longestSide: number): Promise<() => Sharp> {
  const { data, info } = await fitInto(open(), longestSide)
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
}
