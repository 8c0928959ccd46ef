import { readFile, stat } from 'node:fs/promises'
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { type Picture, UnsoundFile, type WantedPicture } from '../../../domain/ports/media-tools.ts'
import { drawSizes } from './draw-sizes.ts'

/** pdfium holds the whole file, twice while it opens. */
const maxBytes = 512 * 1024 * 1024
/** A page has no pixels; this is its full size. */
const fullScale = 150 / 72

let library: Promise<PDFiumLibrary> | undefined

/** The first page on white paper. `null`: protected by a password, or too large to open here. */
export async function drawPdf(
  path: string,
  wanted: readonly WantedPicture[],
  maxPixels: number,
): Promise<Picture[] | null> {
  if ((await stat(path)).size > maxBytes) return null
  library ??= PDFiumLibrary.init()
  const pdfium = await library
  const document = await openDocument(pdfium, await readFile(path))
  if (document === null) return null
  try {
    return await drawFirstPage(document, wanted, maxPixels)
  } finally {
    document.destroy()
  }
}

async function openDocument(pdfium: PDFiumLibrary, bytes: Uint8Array): Promise<PDFiumDocument | null> {
  try {
    return await pdfium.loadDocument(bytes)
  } catch (cause) {
    if (/password|security scheme/i.test((cause as Error).message)) return null
    throw new UnsoundFile('The PDF is damaged or incomplete', { cause })
  }
}

async function drawFirstPage(
  document: PDFiumDocument,
  wanted: readonly WantedPicture[],
  maxPixels: number,
): Promise<Picture[]> {
  const { width, height, data } = await renderFirstPage(document, wanted, maxPixels).catch((cause) => {
    throw new UnsoundFile('The first page of the PDF is damaged', { cause })
  })
  return await drawSizes(() => sharp(data, { raw: { width, height, channels: 4 } }).flatten(), wanted)
}

async function renderFirstPage(document: PDFiumDocument, wanted: readonly WantedPicture[], maxPixels: number) {
  if (document.getPageCount() === 0) throw new Error('It has no pages')
  const page = document.getPage(0)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const longest = Math.max(originalWidth, originalHeight)
  const largest = Math.max(...wanted.map(({ longestSide }) => longestSide ?? longest * fullScale))
  const scale = Math.min(largest / longest, Math.sqrt(maxPixels / (originalWidth * originalHeight)))
  return await page.render({
    width: Math.max(1, Math.round(originalWidth * scale)),
    height: Math.max(1, Math.round(originalHeight * scale)),
    render: 'bitmap',
    renderFormFields: true,
  })
}
