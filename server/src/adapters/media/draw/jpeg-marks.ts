const rst0 = 0xd0
const rst7 = 0xd7
const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
/** Tables, frames of more scans, comments and applications' own: what may stand between scans, with its length. */
const isSegment = (marker: number): boolean => marker >= 0xc0 && marker !== startOfImage && marker !== endOfImage

/**
 * Whether all marks in a JPEG are such as may stand there, up to its end (ITU-T T.81, B.1). A photo with a damaged
 * spot keeps its marks; noise has a wrong one within some 70 kB.
 */
export function hasSoundMarks(jpeg: Buffer): boolean {
  let inScan = false
  for (let at = 2; at + 1 < jpeg.length; ) {
    if (inScan) {
      at = jpeg.indexOf(0xff, at)
      if (at < 0 || at + 1 >= jpeg.length) return false
    } else if (jpeg[at] !== 0xff) return false
    const marker = jpeg[at + 1] as number
    const isOfScan = marker === 0x00 || (marker >= rst0 && marker <= rst7)
    if (marker === endOfImage) return true
    if (marker === 0xff) at += 1
    else if (inScan && isOfScan) at += 2
    else if (!isSegment(marker) || isOfScan || at + 4 > jpeg.length) return false
    else {
      inScan = marker === startOfScan
      at += 2 + jpeg.readUInt16BE(at + 2)
    }
  }
  return false
}
