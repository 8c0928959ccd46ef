import { Invalid } from '../domain-error.ts'

/** One alternative of a filter value. `escaped`: part of it was written behind a backslash, so it is no word of ours. */
export type WrittenValue = { text: string; escaped: boolean }
export type WrittenFilter = { match: 'any' | 'all'; values: WrittenValue[] }

/** `a|b` is any, `a+b` is all, a backslash makes the next character literal; both at once is `Invalid`. */
export function parseValueFilter(name: string, written: string, { and }: { and: boolean }): WrittenFilter {
  const values: WrittenValue[] = [{ text: '', escaped: false }]
  const separators = new Set<string>()
  for (let at = 0; at < written.length; at++) {
    const value = values[values.length - 1] as WrittenValue
    const character = written.charAt(at)
    if (character === '\\') {
      at++
      if (at === written.length) throw new Invalid(`${name}: ends in a backslash; write \\\\ for a backslash itself`)
      value.text += written.charAt(at)
      value.escaped = true
    } else if (character === '|' || (and && character === '+')) {
      separators.add(character)
      values.push({ text: '', escaped: false })
    } else value.text += character
  }

  if (separators.size > 1)
    throw new Invalid(`${name}: use either | (or) or + (and) in one value, not both`, 'mixed-operators')
  if (values.some((value) => value.text === '')) {
    throw new Invalid(
      `${name}: a value beside | ${and ? 'or + ' : ''}is empty; write \\| or \\+ for the character itself`,
    )
  }
  return { match: separators.has('+') ? 'all' : 'any', values }
}
