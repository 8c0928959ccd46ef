import type { SearchDocument } from '../../../domain/search/search-document.ts'
import { fieldNames, valuesOf } from '../values-of-field.ts'
import { withRoom } from './growing.ts'
import { decode, encode } from './packed-words.ts'
import { headOf, type SlotRecords, sweepRecords } from './slot-records.ts'
import { type Saved, type Sections, savedBytes, savedUint32, section } from './snapshot-sections.ts'
import type { Sweep } from './sweep.ts'
import { firstField } from './text-codes.ts'
import type { TextVocabulary } from './text-vocabulary.ts'
import { type WrittenValue, writeValue } from './written-value.ts'

const isRepeated = fieldNames.map((name) => ['author', 'keywords', 'tags', 'custom'].includes(name))
/** Of values that come again: some 400 bytes each. */
const mostKept = 2 ** 14
const longestKept = 64

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
  readonly #kept = new Map<string, WrittenValue>()

  constructor(vocabulary: TextVocabulary) {
    this.#vocabulary = vocabulary
  }

  get memoryBytes(): number {
    return this.#bytes.byteLength + this.#starts.byteLength + this.#kept.size * 400
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
      for (const value of values) {
        const written = this.#writtenOf(value, isRepeated[field] as boolean)
        for (const code of written.codes) this.#write(code)
        this.#vocabulary.note(written, field, slot)
      }
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

  /** The same values come again and again in some fields: they are not read again each time. */
  #writtenOf(value: string, isRepeated: boolean): WrittenValue {
    if (!isRepeated || value.length > longestKept) return writeValue(value, this.#vocabulary)
    const known = this.#kept.get(value)
    if (known !== undefined) return known
    const written = writeValue(value, this.#vocabulary)
    if (this.#kept.size === mostKept) this.#kept.clear()
    this.#kept.set(value, written)
    return written
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
