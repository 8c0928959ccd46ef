import type { Parts } from './read-parts.ts'

const pieceLength = 1024 * 1024
const startOfScan = 0xda
const endOfImage = Buffer.from([0xff, 0xd9])

/**
 * Whether the picture's end mark comes after its data. In there an `FF` is always followed by something else, so the
 * first `FF D9` is the end; cameras put more pictures behind it. https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B
 */
export async function hasJpegEnd(parts: Parts): Promise<boolean> {
  let at = 2
  for (;;) {
    const head = await parts.read(at, 4)
    if (head.length < 4) return false
    if (head[0] !== 0xff) return true // not a segment: odd, and for the decoder to judge
    if (head[1] === startOfScan) break
    at += head[1] === 0xff ? 1 : 2 + head.readUInt16BE(2)
  }
  for (; at < parts.size; at += pieceLength) {
    const piece = await parts.read(at, pieceLength + 1) // one more: the mark may lie across two pieces
    if (piece.includes(endOfImage)) return true
  }
  return false
}
