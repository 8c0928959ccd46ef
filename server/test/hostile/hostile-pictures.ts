import { deflateSync } from 'node:zlib'

/** An animation of as many frames, each of one pixel on a large canvas. https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
export function gifOfFrames(frames: number, side: number): Buffer {
  const screen = Buffer.alloc(7)
  screen.writeUInt16LE(side, 0)
  screen.writeUInt16LE(side, 2)
  screen[4] = 0x80 // two colours for all frames
  const colours = Buffer.from([200, 30, 30, 30, 30, 200])
  const control = Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0])
  const descriptor = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0])
  const pixel = Buffer.from([2, 2, 0x44, 0x01, 0])
  const frame = Buffer.concat([control, descriptor, pixel])
  const all = Array.from({ length: frames }, () => frame)
  return Buffer.concat([Buffer.from('GIF89a'), screen, colours, ...all, Buffer.from([0x3b])])
}

type Entry = [tag: number, type: 3 | 4, value: number]

/** A TIFF of so many pixels a side whose pixels, if there are any, are a few deflated zeros. TIFF 6.0, section 2. */
export function tiffBomb(side: number): Buffer {
  const pixels = deflateSync(Buffer.alloc(1_000_000))
  return tiffWith(
    [
      [256, 4, side],
      [257, 4, side],
      [258, 3, 8],
      [259, 3, 8], // deflate
      [262, 3, 1],
      [273, 4, 8],
      [277, 3, 1],
      [278, 4, side],
      [279, 4, pixels.length],
    ],
    pixels,
    0,
  )
}

/** A TIFF whose first directory says that the next one is itself. */
export function tiffInCircles(): Buffer {
  const side = 8
  const pixels = Buffer.alloc(side * side, 90)
  const entries: Entry[] = [
    [256, 4, side],
    [257, 4, side],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8],
    [277, 3, 1],
    [278, 4, side],
    [279, 4, pixels.length],
  ]
  return tiffWith(entries, pixels, 8 + pixels.length)
}

/** Pixels first, their directory behind them. */
function tiffWith(entries: Entry[], pixels: Buffer, next: number): Buffer {
  const head = Buffer.alloc(8)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(8 + pixels.length, 4)
  const directory = Buffer.alloc(2 + entries.length * 12 + 4)
  directory.writeUInt16LE(entries.length, 0)
  for (const [index, [tag, type, value]] of entries.entries()) {
    const at = 2 + index * 12
    directory.writeUInt16LE(tag, at)
    directory.writeUInt16LE(type, at + 2)
    directory.writeUInt32LE(1, at + 4)
    directory.writeUInt32LE(value, at + 8)
  }
  directory.writeUInt32LE(next, directory.length - 4)
  return Buffer.concat([head, pixels, directory])
}

/** A photo that begins well and goes on as noise, with marks of all kinds in it and the mark of its end behind it. */
export function corruptJpeg(photo: Buffer, size: number): Buffer {
  const noise = Buffer.alloc(size - 400_000 - 2)
  let state = 12_345
  for (let at = 0; at < noise.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    noise[at] = (state >> 16) & 0xff
  }
  return Buffer.concat([photo.subarray(0, 400_000), noise, Buffer.from([0xff, 0xd9])])
}
