import { addAll, type Bits, leaveOut } from './bits.ts'
import { withRoom } from './growing.ts'
import type { Hits } from './hits.ts'
import { Postings } from './postings.ts'
import { end, headOf, type SlotRecords, sweepRecords } from './slot-records.ts'
import { type Saved, type Sections, savedInt32, savedUint32, section } from './snapshot-sections.ts'
import { SparseNumbers, uint32 } from './sparse-numbers.ts'
import { Spellings } from './spellings.ts'
import type { Sweep } from './sweep.ts'

/** How often each value occurs, and how many have none. */
export type ListTotals = { counts: Uint32Array; without: number }

/**
 * The values of one field: for each slot that has any, its list; for each value, its slots. The lists of all slots are
 * `SlotRecords`: a head, and the values after it.
 */
export class ValueLists {
  readonly spellings = new Spellings()
  readonly #postings = new Postings()
  #words = Int32Array.of(end)
  #used = 0
  /** Where the values of each slot begin, if every slot has a list. */
  #starts = new Uint32Array(64)
  #slots = 0
  /** If not, the same of those that have one. */
  readonly #places = new SparseNumbers(uint32)
  readonly #everySlot: boolean

  /** `everySlot`: each slot is added, also without a value; if not, those that have one. */
  constructor({ everySlot }: { everySlot: boolean }) {
    this.#everySlot = everySlot
  }

  get memoryBytes(): number {
    const lists = this.#starts.byteLength + this.#places.memoryBytes + this.#words.byteLength
    return lists + this.#postings.memoryBytes + this.spellings.memoryBytes
  }

  add(slot: number, values: readonly string[]): void {
    let to = this.#used
    this.#words = withRoom(this.#words, to + values.length + 2)
    this.#words[to++] = headOf(slot)
    this.#noteStart(slot, to)
    for (const value of values) {
      const number = this.spellings.numberOf(value)
      this.#words[to++] = number
      this.#postings.add(this.spellings.classOf(number), slot)
    }
    this.#words[to] = end
    this.#used = to
  }

  /** Slots that have, or had, a value that is this one when folded. */
  addHaving(folded: string, into: Bits): void {
    const ofClass = this.spellings.findClass(folded)
    if (ofClass >= 0) this.#postings.addTo(ofClass, into)
  }

  /** Slots that have, or had, no value. */
  addWithout(all: Bits, into: Bits, words: number): void {
    if (this.#everySlot) {
      for (let slot = 0; slot < this.#slots; slot++) {
        if (this.isEmpty(slot)) (into[slot >>> 5] as number) |= 1 << (slot & 31)
      }
      return
    }
    const without = all.slice(0, words)
    const { having } = this.#places
    leaveOut(without, having, Math.min(words, having.length))
    addAll(into, without, words)
  }

  /** Adds 1 (or takes it away) for every value of a slot; whether it has any is returned. */
  countSlot(slot: number, by: number, counts: Float64Array | Uint32Array): boolean {
    const start = this.#everySlot ? (this.#starts[slot] as number) : this.#places.numberOf(slot)
    if (Number.isNaN(start)) return false
    let place = start
    for (let value = this.#words[place] as number; value >= 0; value = this.#words[++place] as number) {
      ;(counts[value] as number) += by
    }
    return place > start
  }

  /** How often each spelling is among the values of slots, and how many of these have none. */
  count(hits: Hits): ListTotals {
    const counts = new Uint32Array(this.spellings.count)
    const without = this.#everySlot ? this.#countListed(hits, counts) : this.#countThoseWithin(hits, counts)
    return { counts, without }
  }

  /** The first value of a slot; only where every slot is kept and has one. */
  firstOf(slot: number): string {
    return this.spellings.textOf(this.#words[this.#starts[slot] as number] as number)
  }

  isEmpty(slot: number): boolean {
    return (this.#words[this.#starts[slot] as number] as number) < 0
  }

  *sweep(sweep: Sweep): Generator<void> {
    const records: SlotRecords = {
      words: () => this.#words,
      used: () => this.#used,
      endOf: (place) => this.#endOf(place),
      moved: (slot, to) => this.#noteStart(slot, to + 1),
      dropped: (slot) => {
        if (!this.#everySlot) this.#places.forget(slot)
      },
      cut: (used) => {
        this.#words[used] = end
        this.#used = used
      },
    }
    yield* sweepRecords(records, sweep)
    yield* this.#postings.sweep(sweep)
  }

  save(name: string): Sections {
    return [
      ...this.spellings.save(name),
      ...this.#postings.save(`${name}.postings`),
      section(`${name}.words`, this.#words.subarray(0, this.#used)),
      section(`${name}.starts`, this.#starts.subarray(0, this.#slots)),
      ...(this.#everySlot ? [] : this.#places.save(`${name}.places`)),
    ]
  }

  endDump(): void {
    this.#postings.endDump()
  }

  load(name: string, saved: Saved): void {
    this.spellings.load(name, saved)
    this.#postings.load(`${name}.postings`, saved)
    this.#words = savedInt32(saved, `${name}.words`)
    this.#used = this.#words.length
    this.#words = withRoom(this.#words, this.#used + 1)
    this.#words[this.#used] = end
    this.#starts = savedUint32(saved, `${name}.starts`)
    this.#slots = this.#starts.length
    if (!this.#everySlot) this.#places.load(`${name}.places`, saved)
  }

  #countListed(hits: Hits, counts: Uint32Array): number {
    const [starts, words, slots] = [this.#starts, this.#words, hits.list()]
    let without = 0
    for (let at = 0; at < hits.count; at++) {
      let place = starts[slots[at] as number] as number
      let value = words[place] as number
      if (value < 0) without++
      while (value >= 0) {
        ;(counts[value] as number)++
        value = words[++place] as number
      }
    }
    return without
  }

  #countThoseWithin({ bits, count }: Hits, counts: Uint32Array): number {
    const words = this.#words
    let without = count
    this.#places.visitWithin(bits, (_, start) => {
      without--
      let place = start
      for (let value = words[place] as number; value >= 0; value = words[++place] as number) {
        ;(counts[value] as number)++
      }
    })
    return without
  }

  #noteStart(slot: number, place: number): void {
    if (!this.#everySlot) {
      this.#places.put(slot, place)
      return
    }
    this.#slots = Math.max(this.#slots, slot + 1)
    this.#starts = withRoom(this.#starts, this.#slots)
    this.#starts[slot] = place
  }

  #endOf(place: number): number {
    let at = place + 1
    while ((this.#words[at] as number) >= 0) at++
    return at
  }
}
