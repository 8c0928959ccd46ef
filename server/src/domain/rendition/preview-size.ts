/** Where nothing is said. */
export const defaultSize = 240
/** What is asked beyond is drawn at this. */
export const largestSize = 8192

const wellKnown = new Set([
  64, 120, 128, 160, 240, 256, 320, 360, 480, 512, 640, 720, 768, 1024, 1080, 1280, 1920, 2048, 2560, 3840, 4096, 8192,
])

/**
 * Sizes worth keeping on disk. Any size may be asked for, so that keeping them all would let one who leafs through
 * the numbers fill it; the others are drawn again when they are asked for again.
 */
export const isWorthKeeping = (size: number): boolean => size % 100 === 0 || wellKnown.has(size)

/** Never larger than the file's own pixels. */
export const sizeToDraw = (asked: number, longestSide: number | null): number =>
  Math.min(asked, largestSize, longestSide ?? largestSize)
