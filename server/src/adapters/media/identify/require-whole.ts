import { UnsoundFile } from '../../../domain/ports/media-tools.ts'
import { hasAllGifBlocks } from './gif-blocks.ts'
import { hasJpegEnd } from './jpeg-end.ts'
import { hasWholeSegment } from './matroska-end.ts'
import { hasAllPngChunks } from './png-chunks.ts'
import type { Parts } from './read-parts.ts'

/**
 * Rejects what ends before its own structure does, as far as that can be seen without decoding; decoders find the
 * rest when they draw.
 */
export async function requireWhole(extension: string, parts: Parts): Promise<void> {
  const isWhole = checks[extension]
  if (isWhole !== undefined && !(await isWhole(parts))) {
    throw new UnsoundFile('The file ends before its content does; it is incomplete')
  }
}

const endsWith =
  (length: number, ...marks: string[]) =>
  async (parts: Parts) => {
    const end = await parts.read(Math.max(0, parts.size - length), length)
    return marks.some((mark) => end.includes(mark, 0, 'latin1'))
  }

/** The list of entries stands at the end, behind at most 64 KiB of comment. */
const hasZipDirectory = endsWith(65_536 + 22, 'PK\x05\x06')

const checks: Record<string, ((parts: Parts) => Promise<boolean>) | undefined> = {
  pdf: endsWith(16_384, '%%EOF', 'startxref'),
  gif: hasAllGifBlocks,
  jpg: hasJpegEnd,
  jpeg: hasJpegEnd,
  jpe: hasJpegEnd,
  jfif: hasJpegEnd,
  png: hasAllPngChunks,
  apng: hasAllPngChunks,
  mp4: hasAllBoxes,
  m4v: hasAllBoxes,
  m4a: hasAllBoxes,
  mov: hasAllBoxes,
  heic: hasAllBoxes,
  heif: hasAllBoxes,
  hif: hasAllBoxes,
  cr3: hasAllBoxes,
  m4b: hasAllBoxes,
  '3gp': hasAllBoxes,
  avif: hasAllBoxes,
  wav: hasWholeRiff,
  avi: hasWholeRiff,
  webp: hasWholeRiff,
  mkv: hasWholeSegment,
  webm: hasWholeSegment,
  mka: hasWholeSegment,
  weba: hasWholeSegment,
  bmp: hasAllRows,
  ...Object.fromEntries(
    ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'epub', 'key', 'pages', 'numbers', 'idml'].map((extension) => [
      extension,
      hasZipDirectory,
    ]),
  ),
}

/** ISO 14496-12: a file is a row of boxes, each beginning with its size; 0 means "to the end of the file". */
async function hasAllBoxes(parts: Parts): Promise<boolean> {
  let at = 0
  while (at + 8 <= parts.size) {
    const head = await parts.read(at, 16)
    if (!/^[\x20-\x7e\xa9]{4}$/.test(head.toString('latin1', 4, 8))) return at > 0 // foreign bytes behind the last box
    const short = head.readUInt32BE(0)
    if (short === 0) return true
    const size = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short
    if (size < 8) return false
    at += size
  }
  return at <= parts.size
}

/** Its header says how long the file is; some programs write 0. */
async function hasAllRows(parts: Parts): Promise<boolean> {
  const head = await parts.read(0, 6)
  return head.length === 6 && head.readUInt32LE(2) <= parts.size
}

/** Recorders that stream write 0 or all ones for "unknown"; some count their own header in. */
async function hasWholeRiff(parts: Parts): Promise<boolean> {
  const size = (await parts.read(4, 4)).readUInt32LE()
  return size === 0 || size >= 0xffff_fff0 || size <= parts.size + 64
}
