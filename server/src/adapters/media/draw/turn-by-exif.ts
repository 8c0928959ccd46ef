const startOfImage = 0xffd8

/**
 * A JPEG with a mark of how it is to be turned, for cameras that say so in the file around it and not in the picture.
 * What says something of itself is left alone.
 */
export function turnByExif(jpeg: Buffer, orientation: number): Buffer {
  const isTurned = Number.isInteger(orientation) && orientation > 1 && orientation <= 8
  if (!isTurned || jpeg.readUInt16BE(0) !== startOfImage || hasExif(jpeg)) return jpeg
  return Buffer.concat([jpeg.subarray(0, 2), exifWith(orientation), jpeg.subarray(2)])
}

function hasExif(jpeg: Buffer): boolean {
  for (let at = 2; at + 10 < jpeg.length && jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2)) {
    if (jpeg[at + 1] === 0xda) return false
    if (jpeg[at + 1] === 0xe1 && jpeg.toString('latin1', at + 4, at + 8) === 'Exif') return true
  }
  return false
}

/** An APP1 segment with one entry. https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf */
function exifWith(orientation: number): Buffer {
  const segment = Buffer.alloc(36)
  segment.write('\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01', 'latin1')
  segment.writeUInt16BE(orientation, 28)
  return segment
}
