import sharp from 'sharp'

const side = 64

/** How far two pictures are apart to the eye: mean CIE76 over 64 × 64 fields; 2.3 is just to be seen. */
export async function colourDifference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([fields(one), fields(other)])
  let sum = 0
  for (let at = 0; at < a.length; at += 3) {
    const [l1, a1, b1] = lab(a, at)
    const [l2, a2, b2] = lab(b, at)
    sum += Math.hypot(l1 - l2, a1 - a2, b1 - b2)
  }
  return sum / (side * side)
}

/** On white. Decoded first, because a JPEG that is made smaller while it is decoded is another one. */
async function fields(picture: Uint8Array): Promise<Buffer> {
  const whole = await sharp(picture)
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = whole.info
  const { data, info } = await sharp(whole.data, { raw: { width, height, channels } })
    .resize({ width: side, height: side, fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return info.channels === 3 ? data : threefold(data)
}

const threefold = (grey: Buffer): Buffer => Buffer.from([...grey].flatMap((value) => [value, value, value]))

/** sRGB, as IEC 61966-2-1 has it, seen in D65. */
function lab(pixels: Buffer, at: number): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((channel) => linear((pixels[at + channel] ?? 0) / 255))
  const x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
  const y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue)
  const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const curve = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)
