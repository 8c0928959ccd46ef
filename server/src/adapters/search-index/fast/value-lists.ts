import { fold } from '../../../domain/fold.ts'
import type { ValueFilter } from '../../../domain/search/search-query.ts'
import { addAll, type Bits, hasBit, keepOnly } from './bits.ts'
import { withRoom } from './growing.ts'
import { gone, Postings } from './postings.ts'
import { type Saved, type Sections, savedUint32, section } from './snapshot-sections.ts'
import { Spellings } from './spellings.ts'

/**
 * The values of one field: for each slot that has any, its list; for each value, its slots. The lists of all slots lie
 * one after the other.
 */
export class ValueLists {
  readonly spellings = new Spellings()
  readonly #postings = new Postings()
  /** Slots that have a list, ascending, and where it begins; the one after the last says where that ends. */
  #slots = new Uint32Array(64)
  #starts = new Uint32Array(64)
  #values = new Uint32Array(64)
  #count = 0
  /** Where each slot is in these, if every slot is: the slot itself, and the slots need not be kept. */
  readonly #everySlot: boolean

  /** `everySlot`: each slot is added, also without a value; that makes counting quicker. */
  constructor({ everySlot }: { everySlot: boolean }) {
    this.#everySlot = everySlot
  }

  get memoryBytes(): number {
    const lists = this.#slots.byteLength + this.#starts.byteLength + this.#values.byteLength
    return lists + this.#postings.memoryBytes + this.spellings.memoryBytes
  }

  add(slot: number, values: readonly string[]): void {
    const from = this.#starts[this.#count] as number
    this.#values = withRoom(this.#values, from + values.length)
    for (let at = 0; at < values.length; at++) {
      const number = this.spellings.numberOf(values[at] as string)
      this.#values[from + at] = number
      this.#postings.add(this.spellings.classOf(number), slot)
    }
    if (!this.#everySlot) {
      this.#slots = withRoom(this.#slots, this.#count + 1)
      this.#slots[this.#count] = slot
    }
    this.#count++
    this.#starts = withRoom(this.#starts, this.#count + 1)
    this.#starts[this.#count] = from + values.length
  }

  /** Slots that have, or had, a value that is this one when folded. */
  addHaving(folded: string, into: Bits): void {
    const ofClass = this.spellings.findClass(folded)
    if (ofClass >= 0) this.#postings.addTo(ofClass, into)
  }

  /** Slots that have, or had, no value. */
  addWithout(all: Bits, into: Bits, words: number): void {
    if (this.#everySlot) {
      for (let slot = 0; slot < this.#count; slot++) {
        if (this.#starts[slot] === this.#starts[slot + 1]) (into[slot >>> 5] as number) |= 1 << (slot & 31)
      }
      return
    }
    const without = all.slice(0, words)
    for (let at = 0; at < this.#count; at++) {
      const slot = this.#slots[at] as number
      if (this.#starts[at] !== this.#starts[at + 1]) (without[slot >>> 5] as number) &= ~(1 << (slot & 31))
    }
    addAll(into, without, words)
  }

  /** Adds 1 (or takes it away) for every value of a slot; only where every slot is kept. */
  countSlot(slot: number, by: number, counts: Float64Array | Uint32Array): void {
    const to = this.#starts[slot + 1] as number
    for (let at = this.#starts[slot] as number; at < to; at++) (counts[this.#values[at] as number] as number) += by
  }

  /** How often each spelling is among the values of slots; how many slots have none is returned. */
  countSlots(slots: Uint32Array, count: number, counts: Uint32Array): number {
    const [starts, values] = [this.#starts, this.#values]
    let without = 0
    for (let at = 0; at < count; at++) {
      const slot = slots[at] as number
      const from = starts[slot] as number
      const to = starts[slot + 1] as number
      if (from === to) without++
      for (let place = from; place < to; place++) (counts[values[place] as number] as number)++
    }
    return without
  }

  /** The same of a field that few slots have: those that do are tried. */
  countWithin(hits: Bits): Uint32Array {
    const counts = new Uint32Array(this.spellings.count)
    for (let at = 0; at < this.#count; at++) {
      if (!hasBit(hits, this.#slots[at] as number)) continue
      const to = this.#starts[at + 1] as number
      for (let place = this.#starts[at] as number; place < to; place++) {
        ;(counts[this.#values[place] as number] as number)++
      }
    }
    return counts
  }

  /** The first value of a slot; only where every slot is kept and has one. */
  firstOf(slot: number): string {
    return this.spellings.textOf(this.#values[this.#starts[slot] as number] as number)
  }

  isEmpty(slot: number): boolean {
    return this.#starts[slot] === this.#starts[slot + 1]
  }

  renumber(renumbered: Uint32Array, slotCount: number): void {
    const values = new Uint32Array(this.#values.length)
    let [count, to] = [0, 0]
    const starts = new Uint32Array(this.#starts.length)
    const slots = new Uint32Array(this.#slots.length)
    for (let at = 0; at < this.#count; at++) {
      const slot = renumbered[this.#everySlot ? at : (this.#slots[at] as number)] as number
      if (slot === gone) continue
      const list = this.#values.subarray(this.#starts[at], this.#starts[at + 1])
      values.set(list, to)
      to += list.length
      if (!this.#everySlot) slots[count] = slot
      count++
      starts[count] = to
    }
    this.#values = values
    this.#starts = starts
    this.#slots = slots
    this.#count = count
    this.#postings.renumber(renumbered, slotCount, this.spellings.classCount)
  }

  save(name: string): Sections {
    return [
      ...this.spellings.save(name),
      ...this.#postings.save(`${name}.postings`, this.spellings.classCount),
      section(`${name}.slots`, this.#everySlot ? new Uint32Array(0) : this.#slots.subarray(0, this.#count)),
      section(`${name}.starts`, this.#starts.subarray(0, this.#count + 1)),
      section(`${name}.values`, this.#values.subarray(0, this.#starts[this.#count])),
    ]
  }

  endDump(): void {
    this.#postings.endDump()
  }

  load(name: string, saved: Saved): void {
    this.spellings.load(name, saved)
    this.#postings.load(`${name}.postings`, saved)
    this.#slots = savedUint32(saved, `${name}.slots`)
    this.#starts = savedUint32(saved, `${name}.starts`)
    this.#values = savedUint32(saved, `${name}.values`)
    this.#count = this.#starts.length - 1
  }
}

/** What a filter of values asks of sets: who has a value, and who has none. */
export type ValueSets = { addHaving(folded: string, into: Bits): void; addWithout(into: Bits): void }

/** Takes from `hits` whatever a filter does not let through. `scratch` is a set to work in. */
export function filterByValue(
  { match, values, none }: ValueFilter,
  sets: ValueSets,
  hits: Bits,
  scratch: Bits,
  words: number,
): void {
  const wanted = values.map(fold)
  if (match === 'any') {
    scratch.fill(0, 0, words)
    for (const value of wanted) sets.addHaving(value, scratch)
    if (none) sets.addWithout(scratch)
    keepOnly(hits, scratch, words)
    return
  }
  for (const value of wanted) {
    scratch.fill(0, 0, words)
    sets.addHaving(value, scratch)
    keepOnly(hits, scratch, words)
  }
  if (!none) return
  scratch.fill(0, 0, words)
  sets.addWithout(scratch)
  keepOnly(hits, scratch, words)
}
