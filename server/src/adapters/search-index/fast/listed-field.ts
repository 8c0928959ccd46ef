import { type Bits, setBit, visitBits } from './bits.ts'
import type { FieldValues, ListTotals } from './field-values.ts'
import type { Hits } from './hits.ts'
import { ValuePostings } from './value-postings.ts'

/** The lists of two fields in one, for each slot. */
export type SharedLists = {
  /** What is in the list of a slot. */
  codesOf(slot: number): Int32Array
  /** The same without making anything. */
  has(slot: number, code: number): boolean
  /** How often each code is in the lists of hits. */
  countCodes(hits: Hits): Uint32Array
}

/** One of the two fields whose values share a list. Its codes are even or odd: first the one for no value at all. */
export class ListedField implements FieldValues {
  readonly values = new ValuePostings()
  readonly spellings = this.values.spellings
  readonly #none: 0 | 1
  readonly #lists: SharedLists

  constructor(none: 0 | 1, lists: SharedLists) {
    this.#none = none
    this.#lists = lists
  }

  /** All codes are below. */
  get endOfCodes(): number {
    return this.#codeOf(this.spellings.count)
  }

  /** What to put into the list of the slot. */
  add(slot: number, values: readonly string[]): number[] {
    return values.length === 0 ? [this.#none] : values.map((value) => this.#codeOf(this.values.add(slot, value)))
  }

  count(hits: Hits): ListTotals {
    return this.totalsAmong(this.#lists.countCodes(hits))
  }

  /** Out of what was counted by code. */
  totalsAmong(byCode: Uint32Array): ListTotals {
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
    this.values.addHaving(folded, into)
  }

  addWithout(all: Bits, into: Bits): void {
    visitBits(all, (slot) => {
      if (this.#lists.has(slot, this.#none)) setBit(into, slot)
    })
  }

  #codeOf(number: number): number {
    return number * 2 + 2 + this.#none
  }
}
