import type { Parts } from './read-parts.ts'

/** Pixels of pictures that sharp does not read, by their headers alone; `null`: not stated where we look. */
export async function pixelsStated(contentType: string, parts: Parts): Promise<number | null> {
  switch (contentType) {
    case 'image/vnd.adobe.photoshop': {
      const head = await parts.read(0, 26)
      return head.length < 26 ? null : head.readUInt32BE(14) * head.readUInt32BE(18)
    }
    case 'image/bmp': {
      const head = await parts.read(0, 26)
      return head.length < 26 ? null : Math.abs(head.readInt32LE(18) * head.readInt32LE(22))
    }
    case 'image/heic':
    case 'image/heif':
      return await largestPicture(parts)
    default:
      return null
  }
}

/** ISO 23008-12: boxes `ispe` state the size of each picture in the file. */
async function largestPicture(parts: Parts): Promise<number | null> {
  const start = await parts.read(0, 256 * 1024)
  let largest: number | null = null
  for (let at = start.indexOf('ispe'); at !== -1 && at + 16 <= start.length; at = start.indexOf('ispe', at + 4)) {
    largest = Math.max(largest ?? 0, start.readUInt32BE(at + 8) * start.readUInt32BE(at + 12))
  }
  return largest
}
