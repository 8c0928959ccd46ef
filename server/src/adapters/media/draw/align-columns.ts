const widest = 24
const mostRows = 60

/** The first rows of a table of values, its columns under each other. https://www.rfc-editor.org/rfc/rfc4180 */
export function alignColumns(text: string, separator: ',' | '\t'): string {
  const table = rowsOf(text, separator === ',' && isSemicolons(text) ? ';' : separator)
  const widths: number[] = []
  for (const row of table) {
    for (const [at, value] of row.entries()) widths[at] = Math.min(widest, Math.max(widths[at] ?? 0, [...value].length))
  }
  return table.map((row) => row.map((value, at) => cell(value, widths[at] ?? 0)).join('  ')).join('\n')
}

/** Where the comma is the decimal sign, programs separate by semicolons. */
function isSemicolons(text: string): boolean {
  const [first = ''] = text.split('\n', 1)
  return first.split(';').length > first.split(',').length
}

function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let value = ''
  let isQuoted = false
  const endValue = () => {
    row.push(value.replace(/\s+/g, ' ').trim())
    value = ''
  }
  for (let at = 0; at < text.length && rows.length < mostRows; at++) {
    const character = text[at]
    if (isQuoted && character === '"' && text[at + 1] === '"') value += text[++at]
    else if (character === '"' && (isQuoted || value === '')) isQuoted = !isQuoted
    else if (!isQuoted && character === separator) endValue()
    else if (!isQuoted && character === '\n') {
      endValue()
      rows.push(row)
      row = []
    } else value += character
  }
  endValue()
  return [...rows, row]
}

function cell(value: string, width: number): string {
  const characters = [...value]
  return characters.length > width ? `${characters.slice(0, width - 1).join('')}…` : value.padEnd(width)
}
