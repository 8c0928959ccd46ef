import type { Word } from '../../domain/search/fold-words.ts'
import type { IndexedText } from './indexed-document.ts'
import type { Vocabulary } from './vocabulary.ts'

type Accepts = (word: number) => boolean
/** A word of the query: found whole, or as its parts one after the other. */
type Pattern = { whole: Accepts; parts: readonly Accepts[] }

/** Whether a text has the words one after the other; with `prefix` the last one may go on. */
export function wordsMatcher(words: readonly Word[], prefix: boolean, vocabulary: Vocabulary) {
  const patterns = words.map(({ whole, parts }, at): Pattern => {
    const mayGoOn = prefix && at === words.length - 1
    return {
      whole: accepts(whole, mayGoOn, vocabulary),
      parts: parts.map((part, place) => accepts(part, mayGoOn && place === parts.length - 1, vocabulary)),
    }
  })
  return (text: IndexedText): boolean => {
    for (let at = 0; at < text.words.length; at++) if (matchesFrom(text, at, patterns, 0)) return true
    return false
  }
}

function accepts(word: string, mayGoOn: boolean, vocabulary: Vocabulary): Accepts {
  if (mayGoOn) {
    const possible = vocabulary.startingWith(word)
    return (number) => possible.has(number)
  }
  const only = vocabulary.find(word)
  return (number) => number === only
}

function matchesFrom(text: IndexedText, at: number, patterns: readonly Pattern[], next: number): boolean {
  const pattern = patterns[next]
  if (pattern === undefined) return true

  const { whole, parts } = pattern
  const goOn = (end: number) => matchesFrom(text, end, patterns, next + 1)
  if (parts.every((part, place) => acceptsAt(part, text, at + place)) && goOn(at + parts.length)) return true
  if (parts.length > 1 && acceptsAt(whole, text, at) && goOn(at + 1)) return true
  for (const compound of text.compounds) {
    if (compound.at === at && whole(compound.word) && goOn(at + compound.length)) return true
  }
  return false
}

const acceptsAt = (accept: Accepts, text: IndexedText, at: number): boolean => {
  const word = text.words[at]
  return word !== undefined && accept(word)
}
