import type { Picture, WantedPicture } from '../../../domain/ports/media-tools.ts'
import { readDocumentText } from '../text/read-document-text.ts'
import { readPlainText } from '../text/read-plain-text.ts'
import { alignColumns } from './align-columns.ts'
import { drawSvg } from './draw-svg.ts'
import { lines } from './wrap-lines.ts'

// An A4 sheet at 96 dots per inch.
const sheet = { width: 794, height: 1123, margin: 64, lineHeight: 18, fontSize: 13 }
const columns = 84
const rows = Math.floor((sheet.height - 2 * sheet.margin) / sheet.lineHeight)
/** What may fit on a sheet, and some more for what is left out. */
const maxCharacters = 16_000

/** The beginning of a text as the first sheet of it. `null`: there is no text. */
export async function drawText(
  path: string,
  contentType: string,
  wanted: readonly WantedPicture[],
  maxPixels: number,
): Promise<Picture[] | null> {
  const text = asIs.test(contentType)
    ? await readPlainText(path, maxCharacters)
    : await readDocumentText(path, contentType, 1)
  if (text.trim() === '') return null
  const separator = separators[contentType]
  const shown = separator ? alignColumns(text, separator) : text.slice(0, maxCharacters)
  return await drawSvg(Buffer.from(sheetOf(lines(shown, columns, rows))), wanted, maxPixels)
}

/** Spaces and empty lines mean something. */
const asIs = /^text\/(?!html)|x-tex|x-subrip/
const separators: Record<string, ',' | '\t' | undefined> = { 'text/csv': ',', 'text/tab-separated-values': '\t' }

/** Text is never markup: what it says is escaped, and its control characters are left out. */
function sheetOf(shown: readonly string[]): string {
  const { width, height, margin, lineHeight, fontSize } = sheet
  const drawn = shown.map(
    (line, row) => `<text x="${margin}" y="${margin + fontSize + row * lineHeight}">${escapeXml(line)}</text>`,
  )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="#fff"/><g fill="#1f2933" font-size="${fontSize}" ` +
    `font-family="DejaVu Sans Mono,Liberation Mono,monospace" xml:space="preserve">${drawn.join('')}</g></svg>`
  )
}

const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
