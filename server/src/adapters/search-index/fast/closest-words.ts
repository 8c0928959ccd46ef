import { slipsAllowed } from '../../../domain/search/edit-distance.ts'
import { foldText } from '../../../domain/search/fold-text.ts'
import type { Bits } from './bits.ts'
import type { TextVocabulary } from './text-vocabulary.ts'

/** Of the words that some of the slots have: the most used first, then the nearest. */
export function closestWords(vocabulary: TextVocabulary, typed: string, slots: Bits): string[] {
  const word = foldText(typed)
  const found: { text: string; count: number; distance: number }[] = []
  wordsNear(vocabulary, word, slipsAllowed(word), (number, distance) => {
    const count = distance === 0 ? 0 : vocabulary.countWordIn(number, slots)
    if (count > 0) found.push({ text: vocabulary.words.textOf(number), count, distance })
  })
  return found
    .sort((a, b) => b.count - a.count || a.distance - b.distance || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text)
}

/**
 * Every word that is at most so many slips away from one typed, and how many. Words come in order, so those that begin
 * alike share their part of the table, and those that begin too differently are passed over together.
 */
function wordsNear(
  vocabulary: TextVocabulary,
  typed: string,
  most: number,
  visit: (number: number, distance: number) => void,
): void {
  const table: number[][] = [Array.from({ length: typed.length + 1 }, (_, at) => at)]
  let last = ''
  let beyond: string | null = ''
  while (beyond !== null) {
    const prefix: string = beyond
    beyond = null
    vocabulary.walkFrom(
      (text) => prefix === '' || text.slice(0, prefix.length) > prefix,
      (text, number) => {
        let row = sharedLength(last, text, table.length - 1)
        table.length = row + 1
        last = text
        for (; row < text.length; row++) {
          table.push(nextRow(table, text, typed))
          if (Math.min(...(table[row + 1] as number[])) > most) {
            beyond = text.slice(0, row + 1)
            return false
          }
        }
        const distance = table[text.length]?.[typed.length] ?? most + 1
        if (distance <= most) visit(number, distance)
        return true
      },
    )
  }
}

function sharedLength(a: string, b: string, most: number): number {
  let shared = 0
  while (shared < most && shared < b.length && a[shared] === b[shared]) shared++
  return shared
}

/** Optimal string alignment, as `editDistance` has it. */
function nextRow(table: readonly number[][], text: string, typed: string): number[] {
  const at = table.length
  const [above, before] = [table[at - 1] as number[], table[at - 2]]
  const row = [at]
  for (let column = 1; column <= typed.length; column++) {
    const same = text[at - 1] === typed[column - 1]
    let least = Math.min(
      (above[column] as number) + 1,
      (row[column - 1] as number) + 1,
      (above[column - 1] as number) + (same ? 0 : 1),
    )
    const swapped = column > 1 && text[at - 1] === typed[column - 2] && text[at - 2] === typed[column - 1]
    if (swapped && before !== undefined) least = Math.min(least, (before[column - 2] as number) + 1)
    row.push(least)
  }
  return row
}
