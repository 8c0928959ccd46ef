import { isCjk } from '../../../domain/search/fold-words.ts'
import type { Bits } from './bits.ts'
import { BlockedOrder } from './blocked-order.ts'
import { CommonWords } from './common-words.ts'
import { PackedWords } from './packed-words.ts'
import { Postings } from './postings.ts'
import { json, type Saved, type Sections, savedJson, savedUint32, section } from './snapshot-sections.ts'
import type { Sweep } from './sweep.ts'
import type { WrittenValue } from './written-value.ts'

/** Of `others`: documents whose text is not told by its words alone, so that every search of text must look at them. */
const strange = 0

/** The words of all documents and the texts between them, and where each occurs. */
export class TextVocabulary {
  readonly words = new PackedWords()
  readonly common: CommonWords
  readonly #wordPostings = new Postings()
  /** Texts between words, and whole values that could not be written in words. */
  readonly #others = new PackedWords()
  readonly #otherPostings = new Postings()
  readonly #sorted = new BlockedOrder((a, b) => this.words.compare(a, b), { pages: false })
  /** Words and others in which a telling character occurs. */
  readonly #wordsWith = new Map<number, number[]>()
  readonly #othersWith = new Map<number, number[]>()

  constructor({ leastCommon }: { leastCommon: number }) {
    this.common = new CommonWords(leastCommon)
    this.#others.numberOf('')
  }

  get memoryBytes(): number {
    const vocabularies = this.words.memoryBytes + this.#others.memoryBytes + this.#sorted.memoryBytes
    const characters = (this.#wordsWith.size + this.#othersWith.size) * 100
    return (
      this.common.memoryBytes +
      vocabularies +
      characters +
      this.#wordPostings.memoryBytes +
      this.#otherPostings.memoryBytes
    )
  }

  wordOf(text: string): number {
    const before = this.words.count
    const number = this.words.numberOf(text)
    if (this.words.count > before) {
      this.#sorted.insert(number)
      noteCharacters(text, number, this.#wordsWith)
    }
    return number
  }

  /** Counts from 0, the commonest first as a rule. */
  gapOf(text: string): number {
    return this.rawOf(text) - 1
  }

  rawOf(text: string): number {
    const before = this.#others.count
    const number = this.#others.numberOf(text)
    if (this.#others.count > before) noteCharacters(text, number, this.#othersWith)
    return number
  }

  /** A slot has a value in a field. */
  note({ words, pairs, others, isStrange }: WrittenValue, field: number, slot: number): void {
    for (const other of others) this.#otherPostings.add(other, slot)
    if (isStrange) this.#otherPostings.add(strange, slot)
    for (const word of words) {
      this.#wordPostings.add(word, slot)
      this.common.note(word, field, slot, this.#wordPostings.countOf(word))
    }
    for (let at = 0; at < pairs.length; at += 2)
      this.common.notePair(pairs[at] as number, pairs[at + 1] as number, slot)
  }

  gapText(number: number): string {
    return this.#others.textOf(number + 1)
  }

  rawText(number: number): string {
    return this.#others.textOf(number)
  }

  addWord(number: number, into: Bits): void {
    this.#wordPostings.addTo(number, into)
  }

  addStrange(into: Bits): void {
    this.#otherPostings.addTo(strange, into)
  }

  countWordIn(number: number, bits: Bits): number {
    return this.#wordPostings.countIn(number, bits)
  }

  /** Every word that begins so, in order. */
  wordsFrom(prefix: string, visit: (number: number) => void): void {
    const isAfter = (text: string) => text >= prefix
    this.walkFrom(isAfter, (text, number) => {
      if (!text.startsWith(prefix)) return false
      visit(number)
      return true
    })
  }

  /** From the first word on that `isAfter` holds for, in order, until `visit` says that it is enough. */
  walkFrom(isAfter: (text: string) => boolean, visit: (text: string, number: number) => boolean): void {
    const begin = this.#sorted.firstWhere((number) => isAfter(this.words.textOf(number)))
    this.#sorted.walk(begin, (number) => visit(this.words.textOf(number), number))
  }

  /** Slots with a word or another text in which the character is, and which `accepts` lets through. */
  addHavingCharacter(unit: number, into: Bits, accepts: (text: string) => boolean): void {
    for (const number of this.#wordsWith.get(unit) ?? []) {
      if (accepts(this.words.textOf(number))) this.#wordPostings.addTo(number, into)
    }
    for (const number of this.#othersWith.get(unit) ?? []) {
      if (accepts(this.#others.textOf(number))) this.#otherPostings.addTo(number, into)
    }
  }

  *sweep(sweep: Sweep): Generator<void> {
    yield* this.#wordPostings.sweep(sweep)
    yield* this.#otherPostings.sweep(sweep)
    yield* this.common.sweep(sweep)
  }

  save(): Sections {
    return [
      ...this.words.save('words'),
      ...this.#others.save('others'),
      ...this.#wordPostings.save('words.postings'),
      ...this.#otherPostings.save('others.postings'),
      section('words.sorted', this.#sorted.sorted()),
      json('words.with', [...this.#wordsWith]),
      ...this.common.save(),
    ]
  }

  endDump(): void {
    this.#wordPostings.endDump()
    this.#otherPostings.endDump()
    this.common.endDump()
  }

  load(saved: Saved): void {
    this.words.load('words', saved)
    this.#others.load('others', saved)
    this.#wordPostings.load('words.postings', saved)
    this.#otherPostings.load('others.postings', saved)
    this.#sorted.fill(savedUint32(saved, 'words.sorted'))
    this.common.load(saved)
    for (const [unit, numbers] of savedJson(saved, 'words.with') as [number, number[]][]) {
      this.#wordsWith.set(unit, numbers)
    }
    for (let number = 1; number < this.#others.count; number++) {
      noteCharacters(this.#others.textOf(number), number, this.#othersWith)
    }
  }
}

/** 1: telling, 2: not; 0 is not known yet. */
const known = new Uint8Array(65_536)
const inWords = /[\p{L}\p{N}\p{M}]/u

/** UTF-16 units that are looked for by themselves: symbols, and scripts that put no spaces between words. */
export function telling(unit: number): boolean {
  if (known[unit] === 0) {
    const character = String.fromCharCode(unit)
    known[unit] = character !== ' ' && (!inWords.test(character) || isCjk(character)) ? 1 : 2
  }
  return known[unit] === 1
}

function noteCharacters(text: string, number: number, having: Map<number, number[]>): void {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (!telling(unit)) continue
    const numbers = having.get(unit)
    if (numbers === undefined) having.set(unit, [number])
    else if (numbers.at(-1) !== number) numbers.push(number)
  }
}
