/** `a, b` is two; a comma behind a backslash is part of a word. What is empty is none. */
export function splitWords(written: string): string[] {
  const words = ['']
  for (let at = 0; at < written.length; at++) {
    const character = written.charAt(at)
    const next = written.charAt(at + 1)
    if (character === '\\' && (next === ',' || next === '\\')) {
      words[words.length - 1] += next
      at++
    } else if (character === ',') words.push('')
    else words[words.length - 1] += character
  }
  return words.map((word) => word.trim()).filter((word) => word !== '')
}
