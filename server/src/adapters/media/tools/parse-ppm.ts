import type { Pixels } from '../draw/wrap-as-tiff.ts'

/** One picture as ffmpeg prints it. https://netpbm.sourceforge.net/doc/ppm.html */
export function parsePpm(ppm: Buffer): Pixels | null {
  const [head, width, height] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.toString('latin1', 0, 64)) ?? []
  if (!head) return null
  const data = ppm.subarray(head.length)
  const pixels = { width: Number(width), height: Number(height) }
  if (data.length !== pixels.width * pixels.height * 3) return null
  return { ...pixels, bits: 8, means: 'RGB', samples: 3, isPlanar: false, packedRows: null, data }
}
