import type { CustomFieldId } from '../../../domain/custom-field/custom-field.ts'
import type { FacetResult } from '../../../domain/search/search-query.ts'
import type { Bits } from './bits.ts'
import { clearBit, hasBit, listSlots, setBit } from './bits.ts'
import { Extremes } from './extremes.ts'
import type { NumberName } from './slot-columns.ts'
import type { ValueLists } from './value-lists.ts'

/** Lists whose values are counted over whole bases, by the name of their facet. */
export const countedLists = ['keywords', 'owner', 'tags', 'fileType'] as const
export type CountedList = (typeof countedLists)[number]
export type Lists = Record<CountedList, ValueLists>

/** Numbers of slots that have a range, and facets that say it. */
export type Measure = NumberName | CustomFieldId
export type Measures = {
  /** What tells the number of a slot; NaN: it has none. */
  numbersOf(measure: Measure): (slot: number) => number
  /** Those among a set that may have one, and the numbers. */
  allWithin(measure: Measure, bits: Bits): { slots: Uint32Array; numbers: Float64Array }
}

type Ends = { numberOf: (slot: number) => number; least: Extremes; greatest: Extremes }

/** How often each value occurs, and how many have none. */
export type ListTotals = { counts: Uint32Array; without: number }
/**
 * What a caller can find at all: everything, or what is approved and unexpired, or that in some albums. Counted once,
 * and kept right by what comes and goes, so that a search without filters counts nothing, and one that finds most of
 * it only what it does not find.
 */
export class BaseSet {
  bits: Bits
  count = 0
  /** Of all of it, with those of these custom fields, since it last changed. */
  facets: { fields: string; results: FacetResult[] } | null = null
  readonly #lists: Lists
  #totals: Record<CountedList, ListTotals> | null = null
  readonly #measures: Measures
  readonly #extremes = new Map<Measure, Ends>()

  constructor(bits: Bits, count: number, { lists, measures }: { lists: Lists; measures: Measures }) {
    this.bits = bits
    this.count = count
    this.#lists = lists
    this.#measures = measures
  }

  get memoryBytes(): number {
    const totals = this.#totals === null ? [] : Object.values(this.#totals)
    const extremes = [...this.#extremes.values()].reduce((sum, { least }) => sum + least.memoryBytes * 2, 0)
    return this.bits.byteLength + totals.reduce((sum, { counts }) => sum + counts.byteLength, extremes)
  }

  has(slot: number): boolean {
    return hasBit(this.bits, slot)
  }

  add(slot: number): void {
    setBit(this.bits, slot)
    this.facets = null
    this.count++
    for (const { numberOf, least, greatest } of this.#extremes.values()) {
      const number = numberOf(slot)
      least.add(slot, number)
      greatest.add(slot, number)
    }
    this.#countSlot(slot, 1)
  }

  remove(slot: number): void {
    if (!hasBit(this.bits, slot)) return
    clearBit(this.bits, slot)
    this.facets = null
    this.count--
    for (const { numberOf, least, greatest } of this.#extremes.values()) {
      const number = numberOf(slot)
      least.remove(slot, number)
      greatest.remove(slot, number)
    }
    this.#countSlot(slot, -1)
  }

  totals(words: number): Record<CountedList, ListTotals> {
    if (this.#totals !== null) return this.#totals
    const slots = new Uint32Array(this.count)
    listSlots(this.bits, words, slots)
    const totals = Object.fromEntries(
      countedLists.map((name) => {
        const lists = this.#lists[name]
        const counts = new Uint32Array(lists.spellings.count + 64)
        return [name, { without: lists.countSlots(slots, slots.length, counts), counts }]
      }),
    ) as Record<CountedList, ListTotals>
    this.#totals = totals
    return totals
  }

  /** The least and the greatest among hits; NaN where none has a number, `null` where it is none of the extremes. */
  boundsOf(measure: Measure, hits: Bits): { min: number | null; max: number | null } {
    const known = this.#extremes.get(measure)
    const isGood = known !== undefined && !known.least.isWorn && !known.greatest.isWorn
    const { least, greatest } = isGood ? known : this.#newEnds(measure)
    return { min: least.boundOf(hits), max: greatest.boundOf(hits) }
  }

  #newEnds(measure: Measure): Ends {
    const numberOf = this.#measures.numbersOf(measure)
    const { slots, numbers } = this.#measures.allWithin(measure, this.bits)
    const [least, greatest] = [new Extremes(1), new Extremes(-1)]
    least.fill(slots, numbers)
    greatest.fill(slots, numbers)
    const ends = { numberOf, least, greatest }
    this.#extremes.set(measure, ends)
    return ends
  }

  #countSlot(slot: number, by: 1 | -1): void {
    const totals = this.#totals
    if (totals === null) return
    for (const name of countedLists) {
      const lists = this.#lists[name]
      const total = totals[name]
      const spellings = lists.spellings.count
      if (total.counts.length < spellings) {
        const larger = new Uint32Array(spellings + (spellings >>> 2))
        larger.set(total.counts)
        total.counts = larger
      }
      if (lists.isEmpty(slot)) total.without += by
      else lists.countSlot(slot, by, total.counts)
    }
  }
}
