import type { Dice } from './dice.ts'

const beginnings = ['b', 'br', 'd', 'f', 'g', 'gr', 'h', 'k', 'l', 'm', 'n', 'p', 'pl', 'r', 's', 'st', 't', 'tr', 'v']
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea']
const ends = ['', '', 'l', 'm', 'n', 'r', 's', 't']

/** Different words that can be spoken, of two or three syllables; none with a w, so that ours never come among them. */
export function madeUpWords(dice: Dice, count: number): string[] {
  const words = new Set<string>()
  while (words.size < count) {
    let word = ''
    for (let left = dice.between(2, 3); left > 0; left--) word += dice.of(beginnings) + dice.of(vowels) + dice.of(ends)
    words.add(word)
  }
  return [...words]
}
