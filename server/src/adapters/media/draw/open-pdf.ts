import { readFile, stat } from 'node:fs/promises'
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import { UnsoundFile } from '../../../domain/ports/media-tools.ts'

/** pdfium holds the whole file, twice while it opens. */
const maxBytes = 512 * 1024 * 1024

let library: Promise<PDFiumLibrary> | undefined

/** `null`: protected by a password, or too large to open here. */
export async function withPdfDocument<T>(
  path: string,
  use: (document: PDFiumDocument) => Promise<T>,
): Promise<T | null> {
  if ((await stat(path)).size > maxBytes) return null
  library ??= PDFiumLibrary.init()
  const document = await openDocument(await library, await readFile(path))
  if (document === null) return null
  try {
    return await use(document)
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
