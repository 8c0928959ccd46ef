import type { Word } from '../../../domain/search/fold-words.ts'
import { boundary, type TextReader } from './text-reader.ts'
import type { TextVocabulary } from './text-vocabulary.ts'

/** A word that may stand in a place, by number: one, or any of many that begin alike. */
export type Accepted = { only: number } | { numbers: readonly number[]; flags: Uint8Array }

/** A word of the query: found whole, or as its parts one after the other. */
export type Pattern = { whole: Accepted; parts: readonly Accepted[] }

/** The words of a term, to be found one after the other; with `prefix` the last may go on. */
export function patternsOf(words: readonly Word[], prefix: boolean, vocabulary: TextVocabulary): Pattern[] {
  return words.map(({ whole, parts }, at) => {
    const mayGoOn = prefix && at === words.length - 1
    return {
      whole: accepted(whole, mayGoOn, vocabulary),
      parts: parts.map((part, place) => accepted(part, mayGoOn && place === parts.length - 1, vocabulary)),
    }
  })
}

export const numbersOf = (accepted: Accepted): readonly number[] =>
  'only' in accepted ? (accepted.only < 0 ? [] : [accepted.only]) : accepted.numbers

function accepted(text: string, mayGoOn: boolean, vocabulary: TextVocabulary): Accepted {
  if (!mayGoOn) return { only: vocabulary.words.find(text) }
  const numbers: number[] = []
  const flags = new Uint8Array(vocabulary.words.count + 1)
  vocabulary.wordsFrom(text, (number) => {
    numbers.push(number)
    flags[number + 1] = 1
  })
  return { numbers, flags }
}

/** Whether the patterns are somewhere in a stretch of what was read. */
export function matchesWithin(reader: TextReader, from: number, to: number, patterns: readonly Pattern[]): boolean {
  for (let at = from; at < to; at++) if (matchesFrom(reader, at, patterns, 0)) return true
  return false
}

function matchesFrom(reader: TextReader, at: number, patterns: readonly Pattern[], next: number): boolean {
  const pattern = patterns[next]
  if (pattern === undefined) return true

  const { whole, parts } = pattern
  if (hasParts(reader, at, parts) && matchesFrom(reader, at + parts.length, patterns, next + 1)) return true
  if (parts.length > 1 && accepts(whole, wordAt(reader, at)) && matchesFrom(reader, at + 1, patterns, next + 1)) {
    return true
  }
  if (at >= reader.count || reader.wholes[at] === 0 || !accepts(whole, reader.wholes[at] as number)) return false
  return matchesFrom(reader, at + (reader.lengths[at] as number), patterns, next + 1)
}

function hasParts(reader: TextReader, at: number, parts: readonly Accepted[]): boolean {
  for (let place = 0; place < parts.length; place++) {
    if (!accepts(parts[place] as Accepted, wordAt(reader, at + place))) return false
  }
  return true
}

const wordAt = (reader: TextReader, at: number): number => (at < reader.count ? (reader.words[at] as number) : boundary)

/** Numbers of what was read are one more than those of the vocabulary. */
function accepts(accepted: Accepted, number: number): boolean {
  if (number === boundary) return false
  return 'only' in accepted ? accepted.only + 1 === number : accepted.flags[number] === 1
}
