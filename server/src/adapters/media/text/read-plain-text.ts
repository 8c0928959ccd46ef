import { open } from 'node:fs/promises'
import { markupOf, readText } from '../identify/read-text.ts'

/** The start of a text file; of a web page its words alone. */
export async function readPlainText(path: string, maxCharacters: number): Promise<string> {
  await using file = await open(path, 'r')
  const start = Buffer.alloc(Math.min(4 * maxCharacters, (await file.stat()).size))
  const { bytesRead } = await file.read(start, 0, start.length, 0)
  return readText(start.subarray(0, bytesRead))?.slice(0, maxCharacters) ?? ''
}

export const isWebPage = (text: string): boolean => markupOf(text) === 'html'
