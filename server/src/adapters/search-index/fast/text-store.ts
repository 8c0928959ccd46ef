import { foldWords } from '../../../domain/search/fold-words.ts'
import { foldSpaced } from '../../../domain/search/parse-keyword.ts'
import type { SearchDocument } from '../../../domain/search/search-document.ts'
import { fieldNames, valuesOf } from '../values-of-field.ts'
import { withRoom } from './growing.ts'
import { decode, encode } from './packed-words.ts'
import { headOf, type SlotRecords, sweepRecords } from './slot-records.ts'
import { type Saved, type Sections, savedBytes, savedUint32, section } from './snapshot-sections.ts'
import type { Sweep } from './sweep.ts'
import { compound, endOfValue, firstField, firstGap, firstWord, gap, glue, rawValue, shortGaps } from './text-codes.ts'
import type { TextVocabulary } from './text-vocabulary.ts'

/** No word. */
const none = -1

/**
 * The name of every document as it is, and all its text as `text-codes.ts` says: `SlotRecords` of words of four bytes.
 */
export class TextStore {
  readonly #vocabulary: TextVocabulary
  #bytes = new Uint8Array(4096)
  /** The same memory, by four bytes. */
  #words = new Int32Array(this.#bytes.buffer)
  #used = 0
  /** The word at which the record of each slot begins. */
  #starts = new Uint32Array(64)
  #slots = 0
  /** What is being written. */
  #codes = new Uint8Array(4096)
  #length = 0

  constructor(vocabulary: TextVocabulary) {
    this.#vocabulary = vocabulary
  }

  get memoryBytes(): number {
    return this.#bytes.byteLength + this.#starts.byteLength
  }

  get bytes(): Uint8Array {
    return this.#bytes
  }

  nameOf(slot: number): string {
    const from = this.#begin(slot)
    const [length, at] = readNumber(this.#bytes, from)
    return decode(this.#bytes, at, at + length)
  }

  /** Where the codes of a slot begin and end. */
  codesOf(slot: number): { from: number; to: number } {
    const from = this.#begin(slot)
    const [nameLength, name] = readNumber(this.#bytes, from)
    const [length, at] = readNumber(this.#bytes, name + nameLength)
    return { from: at, to: at + length }
  }

  add(slot: number, document: SearchDocument): void {
    this.#length = 0
    for (let field = 0; field < fieldNames.length; field++) {
      const values = valuesOf(document, fieldNames[field] as (typeof fieldNames)[number])
      if (values.length > 0) this.#write(firstField + field)
      for (const value of values) this.#writeValue(value, field, slot)
    }
    this.#keep(slot, document.name)
  }

  sweep(sweep: Sweep): Generator<void> {
    const records: SlotRecords = {
      words: () => this.#words,
      used: () => this.#used,
      endOf: (place) => this.#endOf(place),
      moved: (slot, to) => {
        this.#starts[slot] = to
      },
      cut: (used) => {
        this.#used = used
      },
    }
    return sweepRecords(records, sweep)
  }

  save(): Sections {
    return [
      section('text.bytes', this.#bytes.subarray(0, this.#used * 4)),
      section('text.starts', this.#starts.subarray(0, this.#slots)),
    ]
  }

  load(saved: Saved): void {
    this.#bytes = savedBytes(saved, 'text.bytes')
    this.#words = wordsOf(this.#bytes)
    this.#used = this.#bytes.length / 4
    this.#starts = savedUint32(saved, 'text.starts')
    this.#slots = this.#starts.length
  }

  /** Behind the head. */
  #begin(slot: number): number {
    return (this.#starts[slot] as number) * 4 + 4
  }

  #endOf(place: number): number {
    const [nameLength, name] = readNumber(this.#bytes, place * 4 + 4)
    const [length, at] = readNumber(this.#bytes, name + nameLength)
    return (at + length + 3) >>> 2
  }

  #writeValue(value: string, field: number, slot: number): void {
    const folded = foldSpaced(value)
    const words = foldWords(value)
    const readable = inOrder(folded, words)
    if (!readable) this.#writePair(rawValue, this.#vocabulary.noteRaw(folded, slot))
    // filters of whole values look for the words of what is asked, so these must be the words of the value
    else if (!onlyAscii.test(value) && !sameWords(foldWords(folded), words)) this.#vocabulary.noteStrange(slot)

    let at = 0
    let [lastWhole, lastPart] = [none, none]
    for (const { whole, parts } of words) {
      if (readable) {
        const found = folded.indexOf(whole, at)
        this.#writeGap(folded.slice(at, found), at > 0, slot)
        at = found + whole.length
      }
      const number = this.#vocabulary.noteWord(whole, field, slot)
      this.#noteAfter(lastWhole, number, slot)
      this.#noteAfter(lastPart, number, slot)
      if (parts.length === 1) {
        this.#write(firstWord + number)
        lastPart = none
      } else {
        if (parts.join('') !== whole) this.#vocabulary.noteStrange(slot)
        this.#writePair(compound, number)
        this.#write(parts.length)
        for (const [place, part] of parts.entries()) {
          const each = this.#vocabulary.noteWord(part, field, slot)
          this.#write(each)
          this.#noteAfter(lastPart, each, slot)
          if (place === 0) this.#noteAfter(lastWhole, each, slot)
          lastPart = each
        }
      }
      lastWhole = number
    }
    if (readable && at < folded.length) this.#writeGap(folded.slice(at), false, slot)
    this.#write(endOfValue)
  }

  #noteAfter(before: number, number: number, slot: number): void {
    if (before !== none) this.#vocabulary.common.notePair(before, number, slot)
  }

  #writeGap(text: string, between: boolean, slot: number): void {
    if (text === '') {
      if (between) this.#write(glue)
      return
    }
    if (text === ' ' && between) return
    const number = this.#vocabulary.noteGap(text, slot)
    if (number < shortGaps) this.#write(firstGap + number)
    else this.#writePair(gap, number)
  }

  #writePair(code: number, number: number): void {
    this.#write(code)
    this.#write(number)
  }

  #write(number: number): void {
    if (this.#length + 5 > this.#codes.length) this.#codes = withRoom(this.#codes, this.#length + 5)
    this.#length = writeNumber(this.#codes, this.#length, number)
  }

  #keep(slot: number, name: string): void {
    const from = this.#used * 4 + 4
    this.#makeRoom(from + name.length * 3 + this.#length + 16)
    const bytes = this.#bytes
    const length = encode(name, bytes, from + 5)
    // the length takes as few bytes as it can, and the name moves up to it
    const at = writeNumber(bytes, from, length)
    bytes.copyWithin(at, from + 5, from + 5 + length)
    const codes = writeNumber(bytes, at + length, this.#length)
    bytes.set(this.#codes.subarray(0, this.#length), codes)
    this.#words[this.#used] = headOf(slot)
    this.#slots = Math.max(this.#slots, slot + 1)
    this.#starts = withRoom(this.#starts, this.#slots)
    this.#starts[slot] = this.#used
    this.#used = (codes + this.#length + 3) >>> 2
  }

  #makeRoom(bytes: number): void {
    if (bytes <= this.#bytes.length) return
    this.#bytes = withRoom(this.#bytes, bytes)
    this.#words = wordsOf(this.#bytes)
  }
}

const wordsOf = ({ buffer }: Uint8Array<ArrayBuffer>): Int32Array<ArrayBuffer> =>
  new Int32Array(buffer, 0, buffer.byteLength >>> 2)

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII, whole
const onlyAscii = /^[\x00-\x7f]*$/

/** Whether the wholes stand in the text, one after the other. */
function inOrder(text: string, words: readonly { whole: string }[]): boolean {
  let at = 0
  for (const { whole } of words) {
    const found = text.indexOf(whole, at)
    if (found < 0) return false
    at = found + whole.length
  }
  return true
}

const sameWords = (a: readonly { whole: string }[], b: readonly { whole: string }[]): boolean =>
  a.length === b.length && a.every(({ whole }, at) => whole === b[at]?.whole)

function writeNumber(bytes: Uint8Array, from: number, number: number): number {
  let [at, left] = [from, number]
  for (; left > 127; left >>>= 7) bytes[at++] = (left & 127) | 128
  bytes[at++] = left
  return at
}

/** The number, and where it ends. */
function readNumber(bytes: Uint8Array, from: number): [number, number] {
  let [at, number, shift] = [from, 0, 0]
  for (; ; shift += 7) {
    const byte = bytes[at++] as number
    number |= (byte & 127) << shift
    if (byte < 128) return [number >>> 0, at]
  }
}
