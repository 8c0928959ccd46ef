/** The start of a file as text, or `undefined` when it is not text: UTF-8, UTF-16 with its mark, or a code page (read as Latin-1). */
export function readText(start: Uint8Array): string | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(start)
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be').decode(start)
  if (hasControlCharacters(start)) return undefined
  try {
    // `stream` forgives a character that is cut in the middle by the end of the piece
    return new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
  } catch {
    return Buffer.from(start).toString('latin1')
  }
}

/** Those that no text has: all but tab, line feed, form feed, carriage return and escape. */
function hasControlCharacters(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte))
}

const prologue = /^\uFEFF?(?:\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->)*/i

const doctype = /^<!doctype[^>[]*(?:\[[^\]]*\])?[^>]*>/i

/** What the text says it is, by its document type and its first element. */
export function markupOf(text: string): 'svg' | 'html' | 'xml' | undefined {
  const start = text.replace(prologue, '')
  const root = start.replace(doctype, '').replace(prologue, '')
  if (/^<!doctype\s+svg/i.test(start) || /^<([\w-]+:)?svg[\s>]/i.test(root)) return 'svg'
  if (/^<!doctype\s+html/i.test(start) || /^<(html|head|body|title|script|meta)\b/i.test(root)) return 'html'
  return /^\uFEFF?\s*<\?xml/.test(text) ? 'xml' : undefined
}
