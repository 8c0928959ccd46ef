import type { Word } from '../../domain/search/fold-words.ts'
import type { IndexedDocument } from './indexed-document.ts'
import type { Vocabulary } from './vocabulary.ts'

type Accepts = (word: number | undefined) => boolean
/** A word of the query: found whole, or as its parts one after the other. */
type Pattern = { whole: Accepts; parts: readonly Accepts[] }

/** Whether a document has the words one after the other somewhere in a stretch; with `prefix` the last may go on. */
export function wordsMatcher(words: readonly Word[], prefix: boolean, vocabulary: Vocabulary) {
  const patterns = words.map(({ whole, parts }, at): Pattern => {
    const mayGoOn = prefix && at === words.length - 1
    return {
      whole: accepts(whole, mayGoOn, vocabulary),
      parts: parts.map((part, place) => accepts(part, mayGoOn && place === parts.length - 1, vocabulary)),
    }
  })
  return (document: IndexedDocument, { from, to }: { from: number; to: number }): boolean => {
    for (let at = from; at < to; at++) if (matchesFrom(document, at, patterns, 0)) return true
    return false
  }
}

function accepts(word: string, mayGoOn: boolean, vocabulary: Vocabulary): Accepts {
  if (mayGoOn) {
    const possible = vocabulary.startingWith(word)
    return (number) => number !== undefined && possible.has(number)
  }
  const only = vocabulary.find(word)
  return (number) => number !== undefined && number === only
}

function matchesFrom(document: IndexedDocument, at: number, patterns: readonly Pattern[], next: number): boolean {
  const pattern = patterns[next]
  if (pattern === undefined) return true

  const { whole, parts } = pattern
  if (hasParts(document, at, parts) && matchesFrom(document, at + parts.length, patterns, next + 1)) return true
  if (parts.length > 1 && whole(document.words[at]) && matchesFrom(document, at + 1, patterns, next + 1)) return true
  if (document.compounds.size === 0) return false
  const compound = document.compounds.get(at)
  if (compound === undefined || !whole(compound.word)) return false
  return matchesFrom(document, at + compound.length, patterns, next + 1)
}

function hasParts({ words }: IndexedDocument, at: number, parts: readonly Accepts[]): boolean {
  for (let place = 0; place < parts.length; place++) if (!parts[place]?.(words[at + place])) return false
  return true
}
