import { compareNames } from '../../../domain/search/compare-names.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII, whole
const onlyAscii = /^[\x00-\x7f]*$/

/** What the collator says of each ASCII character by itself: '' is nothing to it; digits are told apart by their number. */
const weights: readonly string[] = weigh()

/**
 * A string that `<` compares as `compareNames` compares names, which is many times quicker; `null` for names that are
 * not ASCII, and for numbers so long that the collator has its own view of them.
 */
export function asciiOrderKey(name: string): string | null {
  if (!onlyAscii.test(name)) return null
  let key = ''
  for (let at = 0; at < name.length; ) {
    const unit = name.charCodeAt(at)
    if (!isDigit(unit)) {
      key += weights[unit]
      at++
      continue
    }
    let end = at + 1
    while (end < name.length && isDigit(name.charCodeAt(end))) end++
    let first = at
    while (first < end - 1 && name.charCodeAt(first) === 48) first++
    if (end - first > 200) return null
    key += (weights[48] as string) + String.fromCharCode(end - first) + name.slice(first, end)
    at = end
  }
  return key
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

function weigh(): string[] {
  const characters = Array.from({ length: 128 }, (_, unit) => String.fromCharCode(unit))
  const counted = characters.filter((character) => compareNames(character, '') !== 0 && !/[1-9]/.test(character))
  const inOrder = counted.sort(compareNames)
  let weight = 0
  const weightOf = new Map<string, string>()
  for (const [at, character] of inOrder.entries()) {
    const before = inOrder[at - 1]
    if (before === undefined || compareNames(before, character) !== 0) weight++
    weightOf.set(character, String.fromCharCode(weight))
  }
  return characters.map((character) => weightOf.get(character) ?? '')
}
