import { fieldNames } from '../values-of-field.ts'
import { withRoom } from './growing.ts'
import { compound, endOfValue, firstField, firstGap, firstWord, gap, glue, rawValue } from './text-codes.ts'
import type { TextStore } from './text-store.ts'
import type { TextVocabulary } from './text-vocabulary.ts'

/** No word: what stands between two values. */
export const boundary = 0

/** Reads what a document says, into arrays that the next reading uses again. */
export class TextReader {
  readonly #store: TextStore
  readonly #vocabulary: TextVocabulary
  /** Every word by its number + 1, a boundary after each value. */
  words = new Uint32Array(1024)
  /** Where a run of several words begins: the number + 1 of the whole and how many there are; else 0. */
  wholes = new Uint32Array(1024)
  lengths = new Uint32Array(1024)
  count = 0
  /** Where in `words` each field begins and ends. */
  readonly from = new Uint32Array(fieldNames.length)
  readonly to = new Uint32Array(fieldNames.length)
  #bytes: Uint8Array = new Uint8Array(0)
  #at = 0

  constructor(store: TextStore, vocabulary: TextVocabulary) {
    this.#store = store
    this.#vocabulary = vocabulary
  }

  /** The words of a document. */
  readWords(slot: number): void {
    const { from, to } = this.#store.codesOf(slot)
    this.#bytes = this.#store.bytes
    this.#at = from
    this.from.fill(0)
    this.to.fill(0)
    let [count, field] = [0, -1]
    while (this.#at < to) {
      // a code is one byte at least, so there is room for all that can follow
      if (count + 1 >= this.words.length) this.#makeRoom(count + 2)
      const code = this.#next()
      if (code >= firstWord) {
        this.wholes[count] = 0
        this.words[count++] = code - firstWord + 1
      } else if (code === endOfValue) {
        this.wholes[count] = 0
        this.words[count++] = boundary
      } else if (code < glue) {
        if (field >= 0) this.to[field] = count
        field = code - firstField
        this.from[field] = count
      } else if (code === compound) count = this.#readCompound(count)
      else if (code === gap || code === rawValue) this.#next()
    }
    if (field >= 0) this.to[field] = count
    this.words[count] = boundary
    this.count = count
  }

  /** Whether a value of the field, or of any where none is named, is accepted; values are folded. */
  someValue(slot: number, wanted: number | null, accepts: (folded: string) => boolean): boolean {
    const { from, to } = this.#store.codesOf(slot)
    this.#bytes = this.#store.bytes
    this.#at = from
    const { words } = this.#vocabulary
    let [field, text, raw, spaced] = [-1, '', -1, false]
    while (this.#at < to) {
      const code = this.#next()
      if (code >= firstWord) {
        text += (spaced ? ' ' : '') + words.textOf(code - firstWord)
        spaced = true
      } else if (code === endOfValue) {
        const relevant = wanted === null || field === wanted
        if (relevant && accepts(raw >= 0 ? this.#vocabulary.rawText(raw) : text)) return true
        if (wanted !== null && field > wanted) return false
        text = ''
        raw = -1
        spaced = false
      } else if (code < glue) field = code - firstField
      else if (code === glue) spaced = false
      else if (code === compound) {
        text += (spaced ? ' ' : '') + words.textOf(this.#next())
        for (let parts = this.#next(); parts > 0; parts--) this.#next()
        spaced = true
      } else if (code === rawValue) raw = this.#next()
      else {
        text += this.#vocabulary.gapText(code === gap ? this.#next() : code - firstGap)
        spaced = false
      }
    }
    return false
  }

  #readCompound(from: number): number {
    const whole = this.#next() + 1
    const parts = this.#next()
    this.#makeRoom(from + parts + 2)
    this.wholes[from] = whole
    this.lengths[from] = parts
    for (let at = from; at < from + parts; at++) {
      if (at > from) this.wholes[at] = 0
      this.words[at] = this.#next() + 1
    }
    return from + parts
  }

  #makeRoom(needed: number): void {
    this.words = withRoom(this.words, needed)
    this.wholes = withRoom(this.wholes, needed)
    this.lengths = withRoom(this.lengths, needed)
  }

  #next(): number {
    let byte = this.#bytes[this.#at++] as number
    if (byte < 128) return byte
    let number = byte & 127
    for (let shift = 7; ; shift += 7) {
      byte = this.#bytes[this.#at++] as number
      number |= (byte & 127) << shift
      if (byte < 128) return number >>> 0
    }
  }
}
