import { unescapeXml } from '../archive/xml.ts'

/** What ends a line of text: paragraphs, cells and rows of office files and of web pages. */
const blocks =
  /<(?:w:br|w:cr|br|hr|text:line-break|p|h[1-6]|li|div|tr|dd|dt)\b[^>]*>|<\/(?:w:p|a:p|si|is|row|text:p|text:h|p|h[1-6]|li|div|tr|td|th|dd|dt|title|blockquote|pre)>/gi
/** What is written there but is no text of the document: field codes, deleted words, styles, scripts. */
const unread = /<(w:instrText|w:delText|rPh|script|style|head)\b[^>]*>[\s\S]*?<\/\1>/gi
const spaces = /<(?:w:tab|text:tab|text:s)\b[^>]*>/gi

/** The words of XML or HTML, a line a paragraph. */
export const textOfMarkup = (markup: string): string =>
  unescapeXml(
    markup
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(unread, '')
      .replace(blocks, '\n')
      .replace(spaces, ' ')
      .replace(/<[^>]*>/g, ''),
  )
