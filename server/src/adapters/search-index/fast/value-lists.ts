import { type Bits, setBit, visitBits } from './bits.ts'
import type { FieldValues, ListTotals } from './field-values.ts'
import { withRoom } from './growing.ts'
import type { Hits } from './hits.ts'
import { type Saved, type Sections, savedUint32, section } from './snapshot-sections.ts'
import type { Sweep } from './sweep.ts'
import { ValuePostings } from './value-postings.ts'
import { ValueRecords } from './value-records.ts'

const countedAtOnce = 256

/** A field of which every slot has a list of values, which may be empty. */
export class ValueLists implements FieldValues {
  readonly #values = new ValuePostings()
  readonly spellings = this.#values.spellings
  readonly #records = new ValueRecords()
  /** Where the values of each slot begin. */
  #starts = new Uint32Array(64)
  /** All slots are below. */
  #slots = 0

  get memoryBytes(): number {
    return this.#starts.byteLength + this.#records.memoryBytes + this.#values.memoryBytes
  }

  add(slot: number, values: readonly string[]): void {
    const numbers = values.map((value) => this.#values.add(slot, value))
    this.#slots = Math.max(this.#slots, slot + 1)
    this.#starts = withRoom(this.#starts, this.#slots)
    this.#starts[slot] = this.#records.add(slot, numbers)
  }

  count(hits: Hits): ListTotals {
    const counts = new Uint32Array(this.spellings.count)
    const [starts, slots, places] = [this.#starts, hits.list(), new Uint32Array(countedAtOnce)]
    let without = 0
    for (let from = 0; from < hits.count; from += countedAtOnce) {
      const many = Math.min(countedAtOnce, hits.count - from)
      for (let at = 0; at < many; at++) places[at] = starts[slots[from + at] as number] as number
      without += this.#records.countAll(places, many, counts)
    }
    return { counts, without }
  }

  countSlot(slot: number, by: 1 | -1, counts: Uint32Array): boolean {
    return this.#records.countAt(this.#starts[slot] as number, by, counts)
  }

  addHaving(folded: string, into: Bits): void {
    this.#values.addHaving(folded, into)
  }

  addWithout(all: Bits, into: Bits): void {
    visitBits(all, (slot) => {
      if (this.#records.isEmptyAt(this.#starts[slot] as number)) setBit(into, slot)
    })
  }

  *sweep(sweep: Sweep): Generator<void> {
    const moved = (slot: number, place: number) => {
      this.#starts[slot] = place
    }
    yield* this.#records.sweep(sweep, { moved })
    yield* this.#values.sweep(sweep)
  }

  /** Where those begin that come while it is dumped is not asked for: they are not live in what is dumped. */
  save(name: string): Sections {
    return [
      ...this.#values.save(name),
      ...this.#records.save(name),
      section(`${name}.starts`, this.#starts.subarray(0, this.#slots)),
    ]
  }

  endDump(): void {
    this.#values.endDump()
  }

  load(name: string, saved: Saved): void {
    this.#values.load(name, saved)
    this.#records.load(name, saved)
    this.#starts = savedUint32(saved, `${name}.starts`)
    this.#slots = this.#starts.length
  }
}
