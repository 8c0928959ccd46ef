import { extname } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { type Identified, UnsoundFile } from '../../../domain/ports/media-tools.ts'
import { blameFile, isUnknownVariety, tooManyPixels } from '../draw/blame-file.ts'
import { isDecodable } from '../draw/decodable.ts'
import { settleExtension } from './families.ts'
import { kindOf } from './known-kinds.ts'
import { lookIntoContainer } from './look-into-container.ts'
import { pixelsStated } from './pixels-stated.ts'
import { type Parts, withParts } from './read-parts.ts'
import { markupOf, readText } from './read-text.ts'
import { requireWhole } from './require-whole.ts'

const startLength = 64 * 1024

/** By content first, by name where content does not tell. Rejects with `UnsoundFile` what can't be what it says. */
export async function identifyFile(path: string, fileName: string, maxPixels: number): Promise<Identified> {
  return await withParts(path, async (parts) => {
    if (parts.size === 0) throw new UnsoundFile('The file is empty')
    const named = extname(fileName).slice(1).toLowerCase()

    const identified = (await byMagic(path, named, parts)) ?? (await byText(named, parts)) ?? byNameAlone(named)

    if (identified.scheme === 'other' && claimsMagic(named) && !areRelated(named, identified.extension)) {
      throw new UnsoundFile(`The file is named .${named}, but it contains something else`)
    }
    await requireWhole(identified.extension, parts)
    if (isDecodable(identified)) await requireDecodableHeader(path, maxPixels)
    const pixels = await pixelsStated(identified.contentType, parts)
    if (pixels !== null && pixels > maxPixels) throw tooManyPixels(maxPixels)
    return identified
  })
}

async function byMagic(path: string, named: string, parts: Parts): Promise<Identified | undefined> {
  const found = await fileTypeFromFile(path).catch((cause) => {
    // It follows what the file says; a broken file leads it beyond the end.
    if (claimsMagic(named)) throw new UnsoundFile('The file is damaged or incomplete', { cause })
    return undefined
  })
  if (found === undefined && (await parts.read(0, 4)).equals(binaryEps)) return fromExtension('eps')
  if (found === undefined && tiffMarks.has((await parts.read(0, 4)).toString('latin1'))) {
    throw new UnsoundFile('The file ends before its content does; it is incomplete')
  }
  if (found === undefined || found.ext === 'xml') return undefined
  const extension = settleExtension(await lookIntoContainer(found.ext, parts), named)
  const kind = kindOf(extension)
  return { extension, contentType: kind?.contentType ?? found.mime, scheme: kind?.scheme ?? schemeOf(found.mime) }
}

/** An EPS with a picture for programs that don't read PostScript. https://www.adobe.com/devnet-apps/postscript, 5002 */
const binaryEps = Buffer.from('c5d0d3c6', 'hex')

function fromExtension(extension: string): Identified {
  return { extension, contentType: 'application/octet-stream', scheme: 'other', ...kindOf(extension) }
}

/** A TIFF whose directory, often at its end, could not be read. */
const tiffMarks = new Set(['II*\0', 'MM\0*'])

function schemeOf(contentType: string): Identified['scheme'] {
  const [family] = contentType.split('/')
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'other'
}

async function byText(named: string, parts: Parts): Promise<Identified | undefined> {
  const text = readText(await parts.read(0, startLength))
  if (text === undefined) return undefined
  const markup = markupOf(text)
  if (markup === 'svg') return { extension: 'svg', contentType: 'image/svg+xml', scheme: 'image' }
  if (claimsMagic(named)) {
    throw new UnsoundFile(`The file is named .${named}, but it contains ${markup === 'html' ? 'a web page' : 'text'}`)
  }
  if (named === 'svg') throw new UnsoundFile('The file is named .svg, but it contains no drawing')
  const extension = markup === 'html' ? settleHtml(named) : named || (markup ?? 'txt')
  const kind = kindOf(extension)
  if (kind === undefined || !isTextual(extension)) {
    return { extension, contentType: 'text/plain', scheme: extension === 'txt' ? 'document' : 'other' }
  }
  return { extension, ...kind }
}

const settleHtml = (named: string): string => (kindOf(named)?.contentType === 'text/html' ? named : 'html')

/** Neither magic nor text: the name is all there is. */
function byNameAlone(named: string): Identified {
  if (claimsMagic(named)) throw new UnsoundFile(`The file is named .${named}, but it contains something else`)
  const kind = named === 'svg' || isTextual(named) ? undefined : kindOf(named)
  return { extension: named, contentType: 'application/octet-stream', scheme: 'other', ...kind }
}

const textual = new Set('txt text log md markdown csv tsv html htm tex srt vtt json xml css js'.split(' '))
const isTextual = (extension: string): boolean => textual.has(extension)

/** Kinds that begin with a magic number, so that without it a file can't be one. */
const withMagic = new Set(
  (
    'jpg jpeg jpe jfif png apng gif webp avif heic heif hif jxl jp2 tif tiff bmp psd psb ' +
    'cr2 cr3 nef arw dng orf raf rw2 indd ' +
    'mp4 m4v mov webm mkv avi wmv ogv flv 3gp mp3 m4a wav flac ogg oga opus aif aiff ' +
    'pdf docx xlsx pptx odt ods odp epub key pages numbers doc xls ppt zip gz 7z rar'
  ).split(' '),
)
const claimsMagic = (extension: string): boolean => withMagic.has(extension)

/** An archive may be named by the kind of archive it is; an old office file may hold what we don't know. */
const areRelated = (named: string, extension: string): boolean =>
  kindOf(named)?.scheme === 'other' || (extension === 'cfb' && ['doc', 'xls', 'ppt'].includes(named))

/** Reads the header alone: the pixels are decoded when the picture is drawn. */
async function requireDecodableHeader(path: string, maxPixels: number): Promise<void> {
  try {
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata()
    if (width * height > maxPixels) throw tooManyPixels(maxPixels)
  } catch (error) {
    if (error instanceof UnsoundFile) throw error
    if (!isUnknownVariety(error as Error)) blameFile('picture', maxPixels)(error as Error)
  }
}
