/** How a name is compared: two files whose names differ only in case look like doubles on a screen. */
export const sortName = (name: string): string => name.normalize('NFC').toLowerCase()

/** The name itself, or with the lowest free number before the extension: `poster (2).jpg`. */
export function freeDisplayName(name: string, isTaken: (sortName: string) => boolean): string {
  const clean = cleanName(name)
  if (!isTaken(sortName(clean))) return clean
  const { stem, extension } = splitName(clean)
  for (let number = 2; ; number++) {
    const numbered = `${stem} (${number})${extension}`
    if (!isTaken(sortName(numbered))) return numbered
  }
}

/** A name that stays one line and one path segment wherever it is written. */
export function cleanName(name: string): string {
  // control characters, and the ones that turn the direction of text around to disguise an extension
  const visible = name
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '_')
    .replace(/[\\/]/g, '_')
    .trim()
  const { stem, extension } = splitName(visible)
  return `${[...stem].slice(0, 200).join('')}${[...extension].slice(0, 20).join('')}` || 'unnamed'
}

function splitName(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? { stem: name.slice(0, dot), extension: name.slice(dot) } : { stem: name, extension: '' }
}
