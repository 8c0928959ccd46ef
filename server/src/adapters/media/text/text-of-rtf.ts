/** Groups that hold no text of the document. */
const unread =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|themedata|colorschememapping|latentstyles|datastore|listtable|listoverridetable|rsidtbl|generator|xmlnstbl|fldinst)$/
const breaks: Record<string, string> = { par: '\n', line: '\n', sect: '\n', page: '\n', row: '\n', cell: ' ', tab: ' ' }
const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z\d])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi

/** The words of a rich text file. https://www.biblioscape.com/rtf15_spec.htm */
export function textOfRtf(rtf: string): string {
  const decoder = new TextDecoder('windows-1252')
  const kept: boolean[] = [] // of the groups around the one we are in
  let isRead = true
  let skip = 0 // characters after \u that stand for it in older readers
  let text = ''

  for (const [, word, number, hex, symbol, brace, plain] of rtf.matchAll(token)) {
    if (brace === '{') kept.push(isRead)
    else if (brace === '}') isRead = kept.pop() ?? true
    else if (symbol === '*') isRead = false
    else if (word !== undefined && unread.test(word)) isRead = false
    else if (!isRead) continue
    else if (word === 'u') {
      text += String.fromCharCode(Number(number) & 0xffff)
      skip = 1
    } else if (word !== undefined) text += breaks[word] ?? ''
    else if (hex !== undefined) {
      if (skip > 0) skip--
      else text += decoder.decode(Uint8Array.of(Number.parseInt(hex, 16)))
    } else if (symbol !== undefined) text += symbol === '~' ? ' ' : /[\\{}]/.test(symbol) ? symbol : ''
    else if (plain !== undefined) {
      text += plain.slice(skip)
      skip = 0
    }
  }
  return text
}
