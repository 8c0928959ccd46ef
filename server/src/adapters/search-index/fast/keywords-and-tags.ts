import { withRoom } from './growing.ts'
import type { Hits } from './hits.ts'
import { ListedField, type SharedLists } from './listed-field.ts'
import { type Saved, type Sections, savedUint32, section } from './snapshot-sections.ts'
import type { Sweep } from './sweep.ts'
import { areFarApart, ValueRecords } from './value-records.ts'

const countedAtOnce = 1024

/**
 * What every slot is labelled with. Both are in one list, as facets count both: half as much memory is waited for, and
 * one list of ten is read in less time than two of five.
 */
export class KeywordsAndTags implements SharedLists {
  readonly keywords = new ListedField(0, this)
  readonly tags = new ListedField(1, this)
  readonly #records = new ValueRecords()
  /** Where the list of each slot begins. */
  #starts = new Uint32Array(64)
  /** All slots are below. */
  #slots = 0
  /** Both fields are asked about the same hits, which are of one search alone. */
  readonly #counted = new WeakMap<Hits, Uint32Array>()

  get memoryBytes(): number {
    const values = this.keywords.memoryBytes + this.tags.memoryBytes
    return this.#starts.byteLength + this.#records.memoryBytes + values
  }

  add(slot: number, { keywords, tags }: { keywords: readonly string[]; tags: readonly string[] }): void {
    const codes = [...this.keywords.add(slot, keywords), ...this.tags.add(slot, tags)]
    this.#slots = Math.max(this.#slots, slot + 1)
    this.#starts = withRoom(this.#starts, this.#slots)
    this.#starts[slot] = this.#records.add(slot, codes)
  }

  countCodes(hits: Hits): Uint32Array {
    const counted = this.#counted.get(hits) ?? this.#countAnew(hits)
    this.#counted.set(hits, counted)
    return counted
  }

  codesOf(slot: number): Int32Array {
    return this.#records.valuesAt(this.#starts[slot] as number)
  }

  *sweep(sweep: Sweep): Generator<void> {
    const moved = (slot: number, place: number) => {
      this.#starts[slot] = place
    }
    yield* this.#records.sweep(sweep, { moved })
    yield* this.keywords.sweep(sweep)
    yield* this.tags.sweep(sweep)
  }

  /** Where lists begin that come while it is dumped nobody asks: their slots are not live in what is dumped. */
  save(): Sections {
    return [
      ...this.keywords.save('keywords'),
      ...this.tags.save('tags'),
      ...this.#records.save('keywords-and-tags'),
      section('keywords-and-tags.starts', this.#starts.subarray(0, this.#slots)),
    ]
  }

  endDump(): void {
    this.keywords.endDump()
    this.tags.endDump()
  }

  load(saved: Saved): void {
    this.keywords.load('keywords', saved)
    this.tags.load('tags', saved)
    this.#records.load('keywords-and-tags', saved)
    this.#starts = savedUint32(saved, 'keywords-and-tags.starts')
    this.#slots = this.#starts.length
  }

  #countAnew(hits: Hits): Uint32Array {
    const counts = new Uint32Array(Math.max(this.keywords.endOfCodes, this.tags.endOfCodes))
    const [starts, slots, places] = [this.#starts, hits.list(), new Uint32Array(countedAtOnce)]
    const areFar = areFarApart(hits.count, this.#slots)
    for (let from = 0; from < hits.count; from += countedAtOnce) {
      const many = Math.min(countedAtOnce, hits.count - from)
      for (let at = 0; at < many; at++) places[at] = starts[slots[from + at] as number] as number
      if (areFar) this.#records.readAhead(places, many)
      this.#records.countAll(places, many, counts)
    }
    return counts
  }
}
