import { editDistance, slipsAllowed } from '../../domain/search/edit-distance.ts'
import { foldText } from '../../domain/search/fold-text.ts'
import type { IndexedDocument } from './indexed-document.ts'
import { boundary, type Vocabulary } from './vocabulary.ts'

/** The most used first, then the nearest. */
export function closestWords(documents: Iterable<IndexedDocument>, typed: string, words: Vocabulary): string[] {
  const word = foldText(typed)
  const most = slipsAllowed(word)
  const used = new Map<number, number>()
  for (const indexed of documents) {
    const compounds = Array.from(indexed.compounds.values(), (compound) => compound.word)
    for (const number of new Set([...indexed.words, ...compounds])) used.set(number, (used.get(number) ?? 0) + 1)
  }
  used.delete(boundary)
  return [...used]
    .map(([number, count]) => ({ text: words.textOf(number), count }))
    .map((found) => ({ ...found, distance: editDistance(word, found.text, most) }))
    .filter(({ distance }) => distance > 0 && distance <= most)
    .sort((a, b) => b.count - a.count || a.distance - b.distance || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text)
}
