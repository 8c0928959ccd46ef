/** Pixels as another program left them, for a decoder that reads TIFF: nothing is decoded here. */
export type Pixels = {
  width: number
  height: number
  bits: 1 | 8 | 16
  /** TIFF's PhotometricInterpretation. */
  means: 'black is zero' | 'white is zero' | 'RGB' | 'palette' | 'CMYK'
  /** Values a pixel has; with RGB a fourth is its opacity. */
  samples: number
  /** Each sample's plane after the other's; else the samples of a pixel side by side. */
  isPlanar: boolean
  /** Bytes of each packed row (PackBits), plane after plane; `null`: not packed. */
  packedRows: readonly number[] | null
  data: Uint8Array
  /** Colour profile. */
  icc?: Uint8Array | undefined
  /** 256 × red, then green, then blue. */
  palette?: Uint8Array | undefined
}

const meanings = { 'white is zero': 0, 'black is zero': 1, RGB: 2, palette: 3, CMYK: 5 } as const
const short = 3
const long = 4
const undefinedType = 7

/** A TIFF around these pixels, big-endian. https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf */
export function wrapAsTiff(pixels: Pixels): Buffer {
  const { width, height, bits, means, samples, isPlanar, packedRows, data, icc, palette } = pixels
  const strips = packedRows ?? stripLengths(pixels)
  const rowsPerStrip = packedRows ? 1 : height
  const hasOpacity = means === 'RGB' && samples === 4

  const build = (dataAt: number): Buffer => {
    let at = dataAt
    const offsets = strips.map((length) => {
      const offset = at
      at += length
      return offset
    })
    return directory([
      [256, long, [width]],
      [257, long, [height]],
      [258, short, Array(samples).fill(bits)],
      [259, short, [packedRows ? 32_773 : 1]],
      [262, short, [meanings[means]]],
      [273, long, offsets],
      [277, short, [samples]],
      [278, long, [rowsPerStrip]],
      [279, long, strips],
      [284, short, [isPlanar ? 2 : 1]],
      ...(palette ? [[320, short, [...palette].map((value) => value * 257)] as Entry] : []),
      ...(hasOpacity ? [[338, short, [2]] as Entry] : []),
      ...(icc ? [[34_675, undefinedType, icc] as Entry] : []),
    ])
  }
  const head = build(build(0).length)
  return Buffer.concat([head, data])
}

function stripLengths({ width, height, bits, samples, isPlanar }: Pixels): number[] {
  const rowBytes = (values: number) => Math.ceil((width * values * bits) / 8)
  return isPlanar ? Array(samples).fill(rowBytes(1) * height) : [rowBytes(samples) * height]
}

type Entry = [tag: number, type: typeof short | typeof long | typeof undefinedType, values: ArrayLike<number>]
const sizes = { [short]: 2, [long]: 4, [undefinedType]: 1 }

function directory(entries: readonly Entry[]): Buffer {
  const listAt = 8
  let valuesAt = listAt + 2 + entries.length * 12 + 4
  const length = entries.reduce((sum, [, type, values]) => sum + outside(values.length * sizes[type]), valuesAt)
  const head = Buffer.alloc(length)
  head.write('MM\0*', 'latin1')
  head.writeUInt32BE(listAt, 4)
  head.writeUInt16BE(entries.length, listAt)
  for (const [index, [tag, type, values]] of entries.entries()) {
    const at = listAt + 2 + index * 12
    head.writeUInt16BE(tag, at)
    head.writeUInt16BE(type, at + 2)
    head.writeUInt32BE(values.length, at + 4)
    const room = outside(values.length * sizes[type])
    if (room > 0) head.writeUInt32BE(valuesAt, at + 8)
    const into = room > 0 ? valuesAt : at + 8
    for (let i = 0; i < values.length; i++) head.writeUIntBE(values[i] as number, into + i * sizes[type], sizes[type])
    valuesAt += room
  }
  return head
}

/** Values of up to four bytes stand in the entry itself. */
const outside = (bytes: number): number => (bytes <= 4 ? 0 : bytes + (bytes % 2))
