import type { Parts } from './read-parts.ts'

const pieceLength = 1024 * 1024

/** Follows the blocks of a GIF89a to its trailer, without decoding. https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
export async function hasAllGifBlocks(parts: Parts): Promise<boolean> {
  let piece: Buffer = Buffer.alloc(0)
  let pieceAt = 0
  async function byteAt(position: number): Promise<number | undefined> {
    if (position < pieceAt || position >= pieceAt + piece.length) {
      piece = await parts.read(position, pieceLength)
      pieceAt = position
    }
    return piece[position - pieceAt]
  }
  const paletteLength = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1))

  let at = 13 + paletteLength((await byteAt(10)) ?? 0)
  for (;;) {
    const introducer = await byteAt(at)
    if (introducer === 0x3b) return true
    if (introducer === 0x2c) at += 11 + paletteLength((await byteAt(at + 9)) ?? 0)
    else if (introducer === 0x21) at += 2
    else return introducer !== undefined // not a block: odd, but not cut off
    for (let length = await byteAt(at); ; length = await byteAt(at)) {
      if (length === undefined) return false
      at += 1 + length
      if (length === 0) break
    }
  }
}
