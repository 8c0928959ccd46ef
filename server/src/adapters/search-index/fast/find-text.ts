import { foldWords } from '../../../domain/search/fold-words.ts'
import type { Term, TextQuery } from '../../../domain/search/search-query.ts'
import { fieldNames } from '../values-of-field.ts'
import { addAll, type Bits, clearBit, keepOnly, leaveOut } from './bits.ts'
import type { ScratchSets } from './scratch-sets.ts'
import type { TextReader } from './text-reader.ts'
import { type TextVocabulary, telling } from './text-vocabulary.ts'
import { type Accepted, matchesWithin, numbersOf, type Pattern, patternsOf } from './word-patterns.ts'

export type Texts = { vocabulary: TextVocabulary; reader: TextReader; scratch: ScratchSets }

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
  return (field, slots) => {
    for (const pattern of patterns) keepPossible(texts, pattern, slots)
    if (simple && field === null) return
    removeUnless(slots, (slot) => hasPatterns(texts.reader, slot, field, patterns))
  }
}

/** Leaves every document that can have the pattern: the whole, or all parts somewhere. */
export function keepPossible({ vocabulary, scratch }: Texts, { whole, parts }: Pattern, slots: Bits): void {
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

/** Whether a document has the patterns one after the other. */
export function hasPatterns(
  reader: TextReader,
  slot: number,
  field: number | null,
  patterns: readonly Pattern[],
): boolean {
  reader.readWords(slot)
  const from = field === null ? 0 : (reader.from[field] as number)
  const to = field === null ? reader.count : (reader.to[field] as number)
  return matchesWithin(reader, from, to, patterns)
}

function substringSieve({ vocabulary, reader, scratch }: Texts, wanted: string): Sieve {
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
      keepHavingUnits({ vocabulary, reader, scratch }, units, slots)
      leaveOut(slots, certain, slots.length)
      removeUnless(slots, (slot) => reader.someValue(slot, field, (text) => text.includes(wanted)))
      addAll(slots, certain, slots.length)
    })
}

function exactSieve({ vocabulary, reader, scratch }: Texts, wanted: string): Sieve {
  const words = foldWords(wanted)
  const units = tellingUnits(wanted)
  return (field, slots) => {
    if (words.length === 0) keepHavingUnits({ vocabulary, reader, scratch }, units, slots)
    for (const { whole } of words) {
      scratch.with((having) => {
        const number = vocabulary.words.find(whole)
        if (number >= 0) vocabulary.addWord(number, having)
        vocabulary.addStrange(having)
        keepOnly(slots, having, slots.length)
      })
    }
    removeUnless(slots, (slot) => reader.someValue(slot, field, (text) => text === wanted))
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
