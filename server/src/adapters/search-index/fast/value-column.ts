import type { Bits } from './bits.ts'
import type { FieldValues, ListTotals } from './field-values.ts'
import { withRoom } from './growing.ts'
import type { Hits } from './hits.ts'
import { type Saved, type Sections, savedUint16, savedUint32, section } from './snapshot-sections.ts'
import type { Sweep } from './sweep.ts'
import { ValuePostings } from './value-postings.ts'

/** So many numbers go into two bytes. */
const narrow = 2 ** 16

/** A field of which every slot has one value: its number by slot. */
export class ValueColumn implements FieldValues {
  readonly #values = new ValuePostings()
  readonly spellings = this.#values.spellings
  #numbers: Uint16Array | Uint32Array = new Uint16Array(64)
  /** All slots are below. */
  #slots = 0

  get memoryBytes(): number {
    return this.#numbers.byteLength + this.#values.memoryBytes
  }

  add(slot: number, value: string): void {
    const number = this.#values.add(slot, value)
    if (number >= narrow && this.#numbers instanceof Uint16Array) this.#numbers = Uint32Array.from(this.#numbers)
    this.#slots = Math.max(this.#slots, slot + 1)
    this.#numbers = withRoom(this.#numbers, this.#slots)
    this.#numbers[slot] = number
  }

  valueOf(slot: number): string {
    return this.spellings.textOf(this.#numbers[slot] as number)
  }

  count(hits: Hits): ListTotals {
    const counts = new Uint32Array(this.spellings.count)
    const [numbers, slots] = [this.#numbers, hits.list()]
    for (let at = 0; at < hits.count; at++) (counts[numbers[slots[at] as number] as number] as number)++
    return { counts, without: 0 }
  }

  countSlot(slot: number, by: 1 | -1, counts: Uint32Array): boolean {
    ;(counts[this.#numbers[slot] as number] as number) += by
    return true
  }

  addHaving(folded: string, into: Bits): void {
    this.#values.addHaving(folded, into)
  }

  /** There are none. */
  addWithout(): void {}

  sweep(sweep: Sweep): Generator<void> {
    return this.#values.sweep(sweep)
  }

  /** Slots that are given again while it is dumped are not live in what is dumped, and nothing asks what they have. */
  save(name: string): Sections {
    return [...this.#values.save(name), section(`${name}.numbers`, this.#numbers.subarray(0, this.#slots))]
  }

  endDump(): void {
    this.#values.endDump()
  }

  load(name: string, saved: Saved): void {
    this.#values.load(name, saved)
    const kept = this.spellings.count > narrow ? savedUint32 : savedUint16
    this.#numbers = kept(saved, `${name}.numbers`)
    this.#slots = this.#numbers.length
  }
}
