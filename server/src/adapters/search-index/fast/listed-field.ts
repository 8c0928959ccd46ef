import type { Bits } from './bits.ts'
import type { FieldValues, ListTotals } from './field-values.ts'
import type { Hits } from './hits.ts'
import { Postings } from './postings.ts'
import type { Saved, Sections } from './snapshot-sections.ts'
import type { Sweep } from './sweep.ts'
import { ValuePostings } from './value-postings.ts'

/** The lists of two fields in one, for each slot. */
export type SharedLists = {
  /** What is in the list of a slot. */
  codesOf(slot: number): Int32Array
  /** How often each code is in the lists of hits; the same again for the same hits. */
  countCodes(hits: Hits): Uint32Array
}

/** One of the two fields whose values share a list. Its codes are even or odd: first the one for no value at all. */
export class ListedField implements FieldValues {
  readonly #values = new ValuePostings()
  readonly spellings = this.#values.spellings
  /** Slots that have, or had, no value are those of its only item. */
  readonly #without = new Postings()
  readonly #none: 0 | 1
  readonly #lists: SharedLists

  constructor(none: 0 | 1, lists: SharedLists) {
    this.#none = none
    this.#lists = lists
  }

  get memoryBytes(): number {
    return this.#values.memoryBytes + this.#without.memoryBytes
  }

  /** All codes are below. */
  get endOfCodes(): number {
    return this.#codeOf(this.spellings.count)
  }

  /** What to put into the list of the slot. */
  add(slot: number, values: readonly string[]): number[] {
    if (values.length > 0) return values.map((value) => this.#codeOf(this.#values.add(slot, value)))
    this.#without.add(0, slot)
    return [this.#none]
  }

  count(hits: Hits): ListTotals {
    const byCode = this.#lists.countCodes(hits)
    const counts = new Uint32Array(this.spellings.count)
    for (let at = 0, code = this.#codeOf(0); at < counts.length; at++, code += 2) counts[at] = byCode[code] as number
    return { counts, without: byCode[this.#none] as number }
  }

  countSlot(slot: number, by: 1 | -1, counts: Uint32Array): boolean {
    let any = false
    for (const code of this.#lists.codesOf(slot)) {
      if ((code & 1) !== this.#none || code === this.#none) continue
      ;(counts[(code >>> 1) - 1] as number) += by
      any = true
    }
    return any
  }

  addHaving(folded: string, into: Bits): void {
    this.#values.addHaving(folded, into)
  }

  addWithout(_: Bits, into: Bits): void {
    this.#without.addTo(0, into)
  }

  *sweep(sweep: Sweep): Generator<void> {
    yield* this.#values.sweep(sweep)
    yield* this.#without.sweep(sweep)
  }

  save(name: string): Sections {
    return [...this.#values.save(name), ...this.#without.save(`${name}.without`)]
  }

  endDump(): void {
    this.#values.endDump()
    this.#without.endDump()
  }

  load(name: string, saved: Saved): void {
    this.#values.load(name, saved)
    this.#without.load(`${name}.without`, saved)
  }

  #codeOf(number: number): number {
    return number * 2 + 2 + this.#none
  }
}
