import type { CustomFieldId } from '../../../domain/custom-field/custom-field.ts'
import type { FacetResult } from '../../../domain/search/search-query.ts'
import type { Bits } from './bits.ts'
import { clearBit, hasBit, setBit } from './bits.ts'
import { Extremes } from './extremes.ts'
import type { FieldValues, ListTotals } from './field-values.ts'
import { resized } from './growing.ts'
import { hitsOf } from './hits.ts'
import type { Measure, Measures } from './measures.ts'

/** Fields whose values are counted over whole bases, by the name of their facet. */
export const countedLists = ['keywords', 'owner', 'tags', 'fileType'] as const
export type CountedList = (typeof countedLists)[number]
export type Lists = Readonly<Record<CountedList, FieldValues>>

type Ends = { numberOf: (slot: number) => number; least: Extremes; greatest: Extremes }

/** What is counted of a slot, and measured. */
export type BaseParts = {
  listsOf(name: CountedList | CustomFieldId): FieldValues | undefined
  measures: Measures
}

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
  readonly #parts: BaseParts
  readonly #totals = new Map<CountedList | CustomFieldId, ListTotals>()
  readonly #extremes = new Map<Measure, Ends>()

  constructor(bits: Bits, count: number, parts: BaseParts) {
    this.bits = bits
    this.count = count
    this.#parts = parts
  }

  get memoryBytes(): number {
    const totals = [...this.#totals.values()]
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

  /** Of all of it. */
  totalsOf(name: CountedList | CustomFieldId): ListTotals {
    const known = this.#totals.get(name)
    if (known !== undefined) return known
    const counted = this.#parts.listsOf(name)?.count(hitsOf(this.bits, this.count, this.bits.length))
    const totals = counted ?? { counts: new Uint32Array(0), without: this.count }
    this.#totals.set(name, totals)
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
    const numberOf = this.#parts.measures.numbersOf(measure)
    const { slots, numbers } = this.#parts.measures.allWithin(measure, this.bits)
    const [least, greatest] = [new Extremes(1), new Extremes(-1)]
    least.fill(slots, numbers)
    greatest.fill(slots, numbers)
    const ends = { numberOf, least, greatest }
    this.#extremes.set(measure, ends)
    return ends
  }

  #countSlot(slot: number, by: 1 | -1): void {
    for (const [name, totals] of this.#totals) {
      const lists = this.#parts.listsOf(name)
      const spellings = lists?.spellings.count ?? 0
      if (totals.counts.length < spellings) totals.counts = resized(totals.counts, spellings + (spellings >>> 2) + 64)
      if (lists?.countSlot(slot, by, totals.counts) !== true) totals.without += by
    }
  }
}
