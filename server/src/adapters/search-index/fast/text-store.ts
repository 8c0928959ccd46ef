import { foldWords } from '../../../domain/search/fold-words.ts'
import { foldSpaced } from '../../../domain/search/parse-keyword.ts'
import type { SearchDocument } from '../../../domain/search/search-document.ts'
import { fieldNames, valuesOf } from '../values-of-field.ts'
import { withRoom } from './growing.ts'
import { decode, encode } from './packed-words.ts'
import { gone } from './postings.ts'
import { type Saved, type Sections, savedBytes, savedUint32, section } from './snapshot-sections.ts'
import { compound, endOfValue, firstField, firstGap, firstWord, gap, glue, rawValue, shortGaps } from './text-codes.ts'
import type { TextVocabulary } from './text-vocabulary.ts'

/** No word. */
const none = -1

/** The name of every document as it is, and all its text as `text-codes.ts` says, one after the other. */
export class TextStore {
  readonly #vocabulary: TextVocabulary
  #bytes = new Uint8Array(4096)
  /** In units of four bytes. */
  #starts = new Uint32Array(64)
  #count = 0
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
    this.#keep(document.name)
  }

  renumber(renumbered: Uint32Array): void {
    const bytes = new Uint8Array(this.#bytes.length)
    const starts = new Uint32Array(this.#starts.length)
    let [count, to] = [0, 0]
    for (let slot = 0; slot < this.#count; slot++) {
      if (renumbered[slot] === gone) continue
      const part = this.#bytes.subarray(this.#begin(slot), this.#begin(slot + 1))
      bytes.set(part, to)
      to += part.length
      starts[++count] = to / 4
    }
    this.#bytes = bytes
    this.#starts = starts
    this.#count = count
  }

  save(): Sections {
    return [
      section('text.bytes', this.#bytes.subarray(0, this.#begin(this.#count))),
      section('text.starts', this.#starts.subarray(0, this.#count + 1)),
    ]
  }

  load(saved: Saved): void {
    this.#bytes = savedBytes(saved, 'text.bytes')
    this.#starts = savedUint32(saved, 'text.starts')
    this.#count = this.#starts.length - 1
  }

  #begin(slot: number): number {
    return (this.#starts[slot] as number) * 4
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

  #keep(name: string): void {
    const from = this.#begin(this.#count)
    this.#bytes = withRoom(this.#bytes, from + name.length * 3 + this.#length + 16)
    const bytes = this.#bytes
    const length = encode(name, bytes, from + 5)
    // the length takes as few bytes as it can, and the name moves up to it
    const at = writeNumber(bytes, from, length)
    bytes.copyWithin(at, from + 5, from + 5 + length)
    const codes = writeNumber(bytes, at + length, this.#length)
    bytes.set(this.#codes.subarray(0, this.#length), codes)
    this.#count++
    this.#starts = withRoom(this.#starts, this.#count + 1)
    this.#starts[this.#count] = (codes + this.#length + 3) >>> 2
  }
}

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
