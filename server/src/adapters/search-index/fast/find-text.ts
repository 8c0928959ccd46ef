import { foldWords } from '../../../domain/search/fold-words.ts'
import type { Term, TextQuery } from '../../../domain/search/search-query.ts'
import { fieldNames } from '../values-of-field.ts'
import { addAll, type Bits, clearBit, clearFrom, hasBit, keepOnly, leaveOut, setBelow } from './bits.ts'
import { codesMatch, isWholeValue, plainPatterns } from './match-codes.ts'
import type { ScratchSets } from './scratch-sets.ts'
import { firstWord } from './text-codes.ts'
import type { TextReader } from './text-reader.ts'
import type { TextStore } from './text-store.ts'
import { type TextVocabulary, telling } from './text-vocabulary.ts'
import { type Accepted, matchesWithin, numbersOf, type Pattern, patternsOf } from './word-patterns.ts'

export type Texts = { vocabulary: TextVocabulary; store: TextStore; reader: TextReader; scratch: ScratchSets }

/** Takes from a set every slot in which something is not: in the field of that number, or in any where it is `null`. */
type Sieve = (field: number | null, slots: Bits) => void

/** Takes from `hits` every document in which is not what a person typed. */
export function keepMatching(texts: Texts, query: TextQuery, hits: Bits): void {
  const { exact, fields, match } = query
  const sieves = exact === null ? query.terms.map((term) => sieveFor(texts, term)) : [exactSieve(texts, exact)]
  const sieve: Sieve = (field, slots) => keepBy(texts.scratch, sieves, match, slots, (one, left) => one(field, left))

  if (fields === null) sieve(null, hits)
  else {
    const numbers = fields.names.map((name) => fieldNames.indexOf(name))
    keepBy(texts.scratch, numbers, fields.match, hits, sieve)
  }
}

/** Leaves what passes all of the ways, or any of them. */
function keepBy<Way>(
  scratch: ScratchSets,
  ways: readonly Way[],
  match: 'all' | 'any',
  slots: Bits,
  pass: (way: Way, slots: Bits) => void,
): void {
  if (match === 'all' || ways.length === 1) {
    for (const way of ways) pass(way, slots)
    return
  }
  scratch.with((passed) => {
    for (const way of ways) {
      scratch.with((left) => {
        left.set(slots)
        leaveOut(left, passed, left.length)
        pass(way, left)
        addAll(passed, left, left.length)
      })
    }
    slots.set(passed)
  })
}

function sieveFor(texts: Texts, term: Term): Sieve {
  if (term.kind === 'substring') return substringSieve(texts, term.text)
  return wordsSieve(texts, patternsOf(term.words, term.kind === 'prefix', texts.vocabulary))
}

function wordsSieve(texts: Texts, patterns: readonly Pattern[]): Sieve {
  const [first] = patterns
  const simple = patterns.length === 1 && first !== undefined && first.parts.length === 1
  const has = patternsFinder(texts, patterns)
  return (field, slots) => {
    for (const pattern of patterns) keepPossible(texts, pattern, slots)
    if (simple && field === null) return
    if (simple) keepInField(texts, { wanted: first.whole, field, slots }, has)
    else {
      keepFollowing(texts, patterns, slots)
      removeUnless(slots, (slot) => has(slot, field))
    }
  }
}

/** Where common words stand is known; documents with others are looked at. */
function keepInField(
  { vocabulary, scratch }: Texts,
  { wanted, field, slots }: { wanted: Accepted; field: number | null; slots: Bits },
  has: (slot: number, field: number | null) => boolean,
): void {
  scratch.with((certain) => {
    scratch.with((doubtful) => {
      for (const number of numbersOf(wanted)) {
        const since = field === null ? null : vocabulary.common.knownSince(number)
        if (since === null || field === null) vocabulary.addWord(number, doubtful)
        else {
          vocabulary.common.addInField(number, field, certain)
          scratch.with((having) => {
            vocabulary.addWord(number, having)
            clearFrom(having, since)
            addAll(doubtful, having, having.length)
          })
        }
      }
      keepOnly(certain, slots, slots.length)
      keepOnly(slots, doubtful, slots.length)
      leaveOut(slots, certain, slots.length)
      removeUnless(slots, (slot) => has(slot, field))
      addAll(slots, certain, slots.length)
    })
  })
}

/** Leaves documents in which common words that should follow each other do somewhere. */
function keepFollowing({ vocabulary, scratch }: Texts, patterns: readonly Pattern[], slots: Bits): void {
  for (const [at, second] of patterns.entries()) {
    const [left, right] = [onlyWord(patterns[at - 1]), onlyWord(second)]
    if (left < 0 || right < 0) continue
    scratch.with((following) => {
      const since = vocabulary.common.addPair(left, right, following)
      if (since === null) return
      setBelow(following, since)
      keepOnly(slots, following, slots.length)
    })
  }
}

/** The word that a pattern is, found in one place; -1: it is several, or none. */
const onlyWord = (pattern: Pattern | undefined): number =>
  pattern !== undefined && pattern.parts.length === 1 && 'only' in pattern.whole ? pattern.whole.only : -1

/** Leaves every document that can have the pattern: the whole, or all parts somewhere. */
function keepPossible({ vocabulary, scratch }: Texts, { whole, parts }: Pattern, slots: Bits): void {
  const addAccepted = (accepted: Accepted, into: Bits) => {
    for (const number of numbersOf(accepted)) vocabulary.addWord(number, into)
  }
  scratch.with((possible) => {
    if (parts.length > 1) {
      possible.set(slots)
      for (const part of parts) {
        scratch.with((having) => {
          addAccepted(part, having)
          keepOnly(possible, having, having.length)
        })
      }
    }
    addAccepted(whole, possible)
    keepOnly(slots, possible, possible.length)
  })
}

/** Tells whether a document has the patterns one after the other, in a field or, where it is `null`, in any. */
function patternsFinder(
  { store, reader }: Texts,
  patterns: readonly Pattern[],
): (slot: number, field: number | null) => boolean {
  const plain = plainPatterns(patterns)
  if (plain !== null) {
    return (slot, field) => {
      const { from, to } = store.codesOf(slot)
      return codesMatch(store.bytes, from, to, field, plain)
    }
  }
  return (slot, field) => {
    reader.readWords(slot)
    const from = field === null ? 0 : (reader.from[field] as number)
    const to = field === null ? reader.count : (reader.to[field] as number)
    return matchesWithin(reader, from, to, patterns)
  }
}

function substringSieve(texts: Texts, wanted: string): Sieve {
  const { vocabulary, reader, scratch } = texts
  const units = tellingUnits(wanted)
  return (field, slots) =>
    scratch.with((certain) => {
      // a word or a gap that has all of it is proof; else its characters may be in several of them
      const first = units[0]
      if (field === null && first !== undefined) {
        vocabulary.addHavingCharacter(first, certain, (text) => text.includes(wanted))
        scratch.with((strange) => {
          vocabulary.addStrange(strange)
          leaveOut(certain, strange, strange.length)
        })
        keepOnly(certain, slots, slots.length)
      }
      keepHavingUnits(texts, units, slots)
      leaveOut(slots, certain, slots.length)
      removeUnless(slots, (slot) => reader.someValue(slot, field, (text) => text.includes(wanted)))
      addAll(slots, certain, slots.length)
    })
}

function exactSieve(texts: Texts, wanted: string): Sieve {
  const { vocabulary, store, reader, scratch } = texts
  const words = foldWords(wanted).map(({ whole }) => whole)
  const numbers = words.map((word) => vocabulary.words.find(word))
  const units = tellingUnits(wanted)
  const plain = words.length > 0 && words.join(' ') === wanted
  const codes = Int32Array.from(numbers, (number) => number + firstWord)
  return (field, slots) => {
    if (words.length === 0) keepHavingUnits(texts, units, slots)
    scratch.with((strange) => {
      vocabulary.addStrange(strange)
      for (const number of numbers) {
        scratch.with((having) => {
          if (number >= 0) vocabulary.addWord(number, having)
          addAll(having, strange, having.length)
          keepOnly(slots, having, slots.length)
        })
      }
      removeUnless(slots, (slot) => {
        if (!plain || hasBit(strange, slot)) return reader.someValue(slot, field, (text) => text === wanted)
        const { from, to } = store.codesOf(slot)
        return isWholeValue(store.bytes, from, to, field, codes)
      })
    })
  }
}

function keepHavingUnits({ vocabulary, scratch }: Texts, units: readonly number[], slots: Bits): void {
  for (const unit of units) {
    scratch.with((having) => {
      vocabulary.addHavingCharacter(unit, having, () => true)
      vocabulary.addStrange(having)
      keepOnly(slots, having, slots.length)
    })
  }
}

const tellingUnits = (text: string): number[] => [
  ...new Set(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).filter(telling)),
]

function removeUnless(slots: Bits, holds: (slot: number) => boolean): void {
  for (let at = 0; at < slots.length; at++) {
    let word = slots[at] as number
    while (word !== 0) {
      const lowest = word & -word
      const slot = (at << 5) + 31 - Math.clz32(lowest)
      if (!holds(slot)) clearBit(slots, slot)
      word ^= lowest
    }
  }
}
