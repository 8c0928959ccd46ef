import { readEpub } from '../archive/epub.ts'
import { withZip, type Zip } from '../archive/open-zip.ts'
import { textOfMarkup } from './text-of-markup.ts'

/** Of one part, unpacked; its text is a small share of it. */
const maxPartBytes = 32 * 1024 * 1024

/** Text of office files, OpenDocument and books: they are XML in a ZIP file. Stops when it has enough. */
export const readZipText = (path: string, enough: number): Promise<string> =>
  withZip(path, async (zip) => {
    let text = ''
    for (const part of await partsWithText(zip)) {
      if (text.length >= enough) break
      const markup = await zip.read(part, maxPartBytes)
      if (markup) text += `${textOfMarkup(markup.toString())}\n`
    }
    return text
  })

async function partsWithText(zip: Zip): Promise<string[]> {
  if (zip.names.includes('META-INF/container.xml')) return (await readEpub(zip)).chapters
  const parts = texts.flatMap((pattern) => zip.names.filter((name) => pattern.test(name)).sort(byNumber))
  return parts
}

/** In the order in which people read them. https://ecma-international.org/publications-and-standards/standards/ecma-376/ */
const texts = [
  /^content\.xml$/,
  /^word\/document\d*\.xml$/,
  /^word\/(?:footnotes|endnotes|header\d*|footer\d*)\.xml$/,
  /^ppt\/slides\/slide\d+\.xml$/,
  /^ppt\/notesSlides\/notesSlide\d+\.xml$/,
  /^xl\/sharedStrings\.xml$/,
  /^xl\/worksheets\/sheet\d+\.xml$/,
]

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })
