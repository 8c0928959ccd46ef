import type { Parts } from './read-parts.ts'

/** Containers whose magic does not tell what they hold: the extension of what is inside, as far as it can be seen. */
export async function lookIntoContainer(extension: string, parts: Parts): Promise<string> {
  switch (extension) {
    case 'zip':
      return await lookIntoZip(parts)
    case 'cfb':
      return await lookIntoCompoundFile(parts)
    case 'mp4':
    case 'mov':
      return await lookIntoMp4(extension, parts)
    case 'webm':
    case 'mkv':
      return await lookIntoMatroska(extension, parts)
    case 'asf':
      return await lookIntoAsf(parts)
    default:
      return extension
  }
}

/** The end of a zip lists its entries; the folders of office files tell them apart. */
async function lookIntoZip(parts: Parts): Promise<string> {
  const list = await zipDirectory(parts)
  if (!list.includes('[Content_Types].xml')) return 'zip'
  if (list.includes('word/document.xml')) return 'docx'
  if (list.includes('xl/workbook.xml')) return 'xlsx'
  if (list.includes('ppt/presentation.xml')) return 'pptx'
  return 'zip'
}

/** As the end of the file says where it is; as much of it as holds the names that matter. */
async function zipDirectory(parts: Parts): Promise<string> {
  const length = 66 * 1024
  const end = await parts.read(Math.max(0, parts.size - length), length)
  const at = end.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (at === -1 || at + 20 > end.length) return end.toString('latin1')
  const directory = await parts.read(end.readUInt32LE(at + 16), Math.min(end.readUInt32LE(at + 12), 8 * 1024 * 1024))
  return directory.toString('latin1')
}

/** Office files of before 2007: their directory names its streams in UTF-16. */
async function lookIntoCompoundFile(parts: Parts): Promise<string> {
  const sectorSize = 1 << (await parts.read(30, 2)).readUInt16LE()
  const directoryAt = ((await parts.read(48, 4)).readUInt32LE() + 1) * sectorSize
  const names = (await parts.read(directoryAt, 16 * 1024)).toString('utf16le')
  if (names.includes('WordDocument')) return 'doc'
  if (names.includes('PowerPoint Document')) return 'ppt'
  if (names.includes('Workbook') || names.includes('Book')) return 'xls'
  return 'cfb'
}

/** A film without a picture track is a sound. */
async function lookIntoMp4(extension: string, parts: Parts): Promise<string> {
  const maxBytes = 16 * 1024 * 1024
  for (let at = 0; at + 8 <= parts.size; ) {
    const head = await parts.read(at, 16)
    const short = head.readUInt32BE(0)
    const size = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short || parts.size - at
    if (head.toString('latin1', 4, 8) === 'moov') {
      const tracks = await parts.read(at, Math.min(size, maxBytes))
      const has = (kind: string) => tracks.includes(Buffer.from(`\0\0\0\0\0\0\0\0${kind}`, 'latin1'))
      return has('vide') || !has('soun') ? extension : 'm4a'
    }
    if (size < 8) break
    at += size
  }
  return extension
}

async function lookIntoMatroska(extension: string, parts: Parts): Promise<string> {
  const start = (await parts.read(0, 64 * 1024)).toString('latin1')
  const isSound = /\x86.A_[A-Z]/.test(start) && !/\x86.V_[A-Z]/.test(start)
  if (!isSound) return extension
  return extension === 'webm' ? 'weba' : 'mka'
}

const videoStream = Buffer.from('c0ef19bc4d5bcf11a8fd00805f5c442b', 'hex')

async function lookIntoAsf(parts: Parts): Promise<string> {
  return (await parts.read(0, 64 * 1024)).includes(videoStream) ? 'wmv' : 'wma'
}
