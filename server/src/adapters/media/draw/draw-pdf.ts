import type { PDFiumDocument } from '@hyzyla/pdfium'
import sharp from 'sharp'
import {
  PageOutside,
  type PagesMeasured,
  type Picture,
  UnsoundFile,
  type WantedPicture,
} from '../../../domain/ports/media-tools.ts'
import { drawSizes } from './draw-sizes.ts'
import { withPdfDocument } from './open-pdf.ts'

/** A page has no pixels; this is its full size. */
const fullScale = 150 / 72

/** A page, from 1 on, on white paper. `null`: protected by a password, or too large to open here. */
export function drawPdf(
  path: string,
  pageNumber: number,
  wanted: readonly WantedPicture[],
  maxPixels: number,
): Promise<Picture[] | null> {
  return withPdfDocument(path, async (document) => {
    if (pageNumber > 1 && pageNumber > document.getPageCount()) {
      throw new PageOutside(`The document has ${document.getPageCount()} pages`)
    }
    const { width, height, data } = await render(document, pageNumber, wanted, maxPixels).catch((cause) => {
      throw new UnsoundFile(`Page ${pageNumber} of the PDF is damaged`, { cause })
    })
    return await drawSizes(() => sharp(data, { raw: { width, height, channels: 4 } }).flatten(), wanted)
  })
}

/** `null`: as above. */
export function measurePdf(path: string): Promise<PagesMeasured | null> {
  return withPdfDocument(path, async (document) => {
    const count = document.getPageCount()
    if (count === 0) throw new UnsoundFile('The PDF has no pages')
    const { originalWidth, originalHeight } = document.getPage(0).getOriginalSize()
    return { count, width: originalWidth, height: originalHeight }
  })
}

async function render(
  document: PDFiumDocument,
  pageNumber: number,
  wanted: readonly WantedPicture[],
  maxPixels: number,
) {
  if (document.getPageCount() === 0) throw new Error('It has no pages')
  const page = document.getPage(pageNumber - 1)
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
