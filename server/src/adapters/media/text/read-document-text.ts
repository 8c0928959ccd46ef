import { longestText, UnsoundFile } from '../../../domain/ports/media-tools.ts'
import { readPdfText } from './read-pdf-text.ts'
import { isWebPage, readPlainText } from './read-plain-text.ts'
import { readZipText } from './read-zip-text.ts'
import { textOfMarkup } from './text-of-markup.ts'
import { textOfRtf } from './text-of-rtf.ts'

/** Text inside a document, tidied up; empty where it has none that we can read, or is not what it says. */
export async function readDocumentText(path: string, contentType: string, maxPages: number): Promise<string> {
  const text = await textOf(path, contentType, maxPages).catch((error: unknown) => {
    if (error instanceof UnsoundFile) return '' // drawing it says so
    throw error
  })
  return tidy(text)
}

async function textOf(path: string, contentType: string, maxPages: number): Promise<string> {
  if (contentType === 'application/pdf' || contentType === 'application/illustrator') {
    return await readPdfText(path, longestText, maxPages)
  }
  if (contentType === 'application/rtf') return textOfRtf(await readPlainText(path, 8 * longestText))
  if (inZip.test(contentType)) return await readZipText(path, longestText)
  if (!contentType.startsWith('text/') && contentType !== 'application/x-tex' && contentType !== 'application/x-subrip')
    return ''
  const text = await readPlainText(path, longestText)
  return isWebPage(text) ? textOfMarkup(text) : text
}

const inZip = /openxmlformats|oasis\.opendocument|epub|macroEnabled/

/** One space between words, no lines without any; nothing that a database would not take. */
const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\S\n]+|\p{Cc}(?<!\n)/gu, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
    .slice(0, longestText)
    .toWellFormed()
