import { readFile, stat } from 'node:fs/promises'
import { UnsoundFile } from '../../../domain/ports/media-tools.ts'
import { tooManyPixels } from './blame-file.ts'
import type { Pixels } from './wrap-as-tiff.ts'

const maxBytes = 512 * 1024 * 1024

/** The first picture, upright: its turns and mirrors are part of the format. */
export async function readHeic(path: string, maxPixels: number): Promise<Pixels> {
  if ((await stat(path)).size > maxBytes) throw new UnsoundFile('The picture is larger than 512 MiB')
  const file = await readFile(path)
  const { all } = await import('heic-decode') // loaded late: 3 MB of WebAssembly
  try {
    const pictures = await all({ buffer: file })
    try {
      const [first] = pictures
      if (!first) throw new Error('It holds no picture')
      if (first.width * first.height > maxPixels) throw tooManyPixels(maxPixels)
      const { width, height, data } = await first.decode()
      return {
        ...{ width, height, bits: 8, means: 'RGB', samples: 4, isPlanar: false, packedRows: null },
        data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
        icc: iccProfile(file),
      }
    } finally {
      pictures.dispose()
    }
  } catch (cause) {
    if (cause instanceof UnsoundFile) throw cause
    throw new UnsoundFile('The picture is damaged or incomplete', { cause })
  }
}

/** ISO 14496-12, 12.1.5: a box `colr` of the kind `prof`. */
function iccProfile(file: Buffer): Uint8Array | undefined {
  const at = file.subarray(0, 1024 * 1024).indexOf('colrprof', 0, 'latin1')
  if (at < 4) return undefined
  const length = file.readUInt32BE(at - 4)
  return file.subarray(at + 8, at - 4 + length)
}
