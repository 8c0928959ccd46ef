const tabWidth = 4

/** The first `rows` lines, none wider than `columns`: broken at a space where there is one. */
export function lines(text: string, columns: number, rows: number): string[] {
  const wrapped: string[] = []
  for (const line of text.split(/\r\n|[\r\n\f\u2028]/)) {
    for (const part of wrap(line.replaceAll('\t', ' '.repeat(tabWidth)).trimEnd(), columns)) {
      wrapped.push(part)
      if (wrapped.length === rows) return wrapped
    }
  }
  return wrapped
}

function* wrap(line: string, columns: number): Generator<string> {
  let rest = [...line]
  do {
    const fits = rest.slice(0, howManyFit(rest, columns))
    const space = fits.length < rest.length ? fits.lastIndexOf(' ') : -1
    const length = space > fits.length / 3 ? space + 1 : Math.max(1, fits.length)
    yield rest.slice(0, length).join('')
    rest = rest.slice(length)
  } while (rest.length > 0)
}

function howManyFit(characters: readonly string[], columns: number): number {
  let width = 0
  const beyond = characters.findIndex((character) => {
    width += isWide.test(character) ? 2 : 1
    return width > columns
  })
  return beyond === -1 ? characters.length : beyond
}

/** Chinese, Japanese and Korean take two places. */
const isWide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u
