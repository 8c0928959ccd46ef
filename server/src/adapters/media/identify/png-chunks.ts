import type { Parts } from './read-parts.ts'

/** Follows the chunks of a PNG to the last, without decoding. https://www.w3.org/TR/png-3/#5Chunk-layout */
export async function hasAllPngChunks(parts: Parts): Promise<boolean> {
  for (let at = 8; at + 12 <= parts.size; ) {
    const head = await parts.read(at, 8)
    if (head.toString('latin1', 4) === 'IEND') return true
    at += 12 + head.readUInt32BE(0)
  }
  return false
}
