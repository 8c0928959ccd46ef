import { withPdfDocument } from '../draw/open-pdf.ts'

/** Of each; the rest of a document is not worth keeping a process busy. */
const mostMs = 20_000

/** Page by page, until it is enough. `maxPages` are read at most. Empty: protected, too large, or pictures only. */
export async function readPdfText(path: string, enough: number, maxPages: number): Promise<string> {
  const until = performance.now() + mostMs
  const read = await withPdfDocument(path, async (document) => {
    const pages = Math.min(document.getPageCount(), maxPages)
    let text = ''
    for (let page = 0; page < pages && text.length < enough && performance.now() < until; page++) {
      text += `${document.getPage(page).getText()}\n`
    }
    return text
  })
  return read ?? ''
}
