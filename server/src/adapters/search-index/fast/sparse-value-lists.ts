import { addAll, type Bits, leaveOut } from './bits.ts'
import type { FieldValues, ListTotals } from './field-values.ts'
import type { Hits } from './hits.ts'
import type { Saved, Sections } from './snapshot-sections.ts'
import { SparseNumbers, uint32 } from './sparse-numbers.ts'
import type { Sweep } from './sweep.ts'
import { ValuePostings } from './value-postings.ts'
import { areFarApart, ValueRecords } from './value-records.ts'

/** A field in which few slots have values as a rule: those that do are added, and have at least one. */
export class SparseValueLists implements FieldValues {
  readonly #values = new ValuePostings()
  readonly spellings = this.#values.spellings
  readonly #records = new ValueRecords()
  /** Where the values of those slots begin. */
  readonly #places = new SparseNumbers(uint32)

  get memoryBytes(): number {
    return this.#places.memoryBytes + this.#records.memoryBytes + this.#values.memoryBytes
  }

  add(slot: number, values: readonly string[]): void {
    const numbers = values.map((value) => this.#values.add(slot, value))
    this.#places.put(slot, this.#records.add(slot, numbers))
  }

  count(hits: Hits): ListTotals {
    const counts = new Uint32Array(this.spellings.count)
    const areFar = areFarApart(hits.count, this.#places.having.length * 32)
    let without = hits.count
    this.#places.visitAmong(hits, (_, places, many) => {
      without -= many
      if (areFar) this.#records.readAhead(places, many)
      this.#records.countAll(places, many, counts)
    })
    return { counts, without }
  }

  countSlot(slot: number, by: 1 | -1, counts: Uint32Array): boolean {
    const place = this.#places.numberOf(slot)
    if (Number.isNaN(place)) return false
    for (const number of this.#records.valuesAt(place)) (counts[number] as number) += by
    return true
  }

  addHaving(folded: string, into: Bits): void {
    this.#values.addHaving(folded, into)
  }

  addWithout(all: Bits, into: Bits): void {
    const without = all.slice(0, into.length)
    const { having } = this.#places
    leaveOut(without, having, Math.min(without.length, having.length))
    addAll(into, without, without.length)
  }

  *sweep(sweep: Sweep): Generator<void> {
    yield* this.#records.sweep(sweep, {
      moved: (slot, place) => this.#places.put(slot, place),
      dropped: (slot) => this.#places.forget(slot),
    })
    yield* this.#values.sweep(sweep)
  }

  save(name: string): Sections {
    return [...this.#values.save(name), ...this.#records.save(name), ...this.#places.save(`${name}.places`)]
  }

  endDump(): void {
    this.#values.endDump()
  }

  load(name: string, saved: Saved): void {
    this.#values.load(name, saved)
    this.#records.load(name, saved)
    this.#places.load(`${name}.places`, saved)
  }
}
