import sharp from 'sharp'
import { expect } from 'vitest'
import type { Picture } from '../../../src/domain/ports/media-tools.ts'

export async function colourAt({ bytes }: Picture, left: number, top: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const at = (top * info.width + left) * info.channels
  return [...data.subarray(at, at + info.channels)]
}

/** Encoders round; people don't see five steps. */
export function expectColour(found: number[], wanted: number[], within = 6) {
  expect(found).toHaveLength(wanted.length)
  for (const [index, value] of wanted.entries()) expect(Math.abs((found[index] ?? -1000) - value)).toBeLessThan(within)
}
