import type { FacetResult } from '../../../domain/search/search-query.ts'
import type { Bits } from './bits.ts'
import { clearBit, hasBit, listSlots, setBit } from './bits.ts'
import type { NumberName } from './slot-columns.ts'
import type { ValueLists } from './value-lists.ts'

/** Lists whose values are counted over whole bases, by the name of their facet. */
export const countedLists = ['keywords', 'owner', 'tags', 'fileType'] as const
export type CountedList = (typeof countedLists)[number]
export type Lists = Record<CountedList, ValueLists>

type Numbers = Readonly<Record<NumberName, Float64Array>>

/** How often each value occurs, and how many have none. */
export type ListTotals = { counts: Uint32Array; without: number }
/** Nothing is beyond `min` and `max`; whether something is right at them is known only while the claims hold. */
export type Bounds = { min: number; max: number; minHeld: boolean; maxHeld: boolean }

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
  readonly #bounds = new Map<NumberName, Bounds>()

  constructor(bits: Bits, count: number, lists: Lists) {
    this.bits = bits
    this.count = count
    this.#lists = lists
  }

  get memoryBytes(): number {
    const totals = this.#totals === null ? [] : Object.values(this.#totals)
    return this.bits.byteLength + totals.reduce((sum, { counts }) => sum + counts.byteLength, 0)
  }

  has(slot: number): boolean {
    return hasBit(this.bits, slot)
  }

  add(slot: number, columns: Numbers): void {
    setBit(this.bits, slot)
    this.facets = null
    this.count++
    for (const [name, bounds] of this.#bounds) widen(bounds, columns[name][slot] as number)
    this.#countSlot(slot, 1)
  }

  remove(slot: number, columns: Numbers): void {
    if (!hasBit(this.bits, slot)) return
    clearBit(this.bits, slot)
    this.facets = null
    this.count--
    for (const [name, bounds] of this.#bounds) {
      const value = columns[name][slot]
      if (value === bounds.min) bounds.minHeld = false
      if (value === bounds.max) bounds.maxHeld = false
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

  /** The least and the greatest of a column, which are not numbers where none is. */
  boundsOf(name: NumberName, columns: Numbers, words: number): { min: number; max: number } {
    const known = this.#bounds.get(name)
    if (known?.minHeld && known.maxHeld) return known
    const slots = new Uint32Array(this.count)
    listSlots(this.bits, words, slots)
    const bounds = { ...boundsAmong(columns[name], slots, slots.length), minHeld: true, maxHeld: true }
    this.#bounds.set(name, bounds)
    return bounds
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

export function boundsAmong(column: Float64Array, slots: Uint32Array, count: number): { min: number; max: number } {
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (let at = 0; at < count; at++) {
    const value = column[slots[at] as number] as number
    // NaN, where there is none, is neither
    if (value < min) min = value
    if (value > max) max = value
  }
  return { min, max }
}

/** What is at a bound or beyond it is the bound, whatever left before. NaN is neither. */
function widen(bounds: Bounds, value: number): void {
  if (value <= bounds.min) {
    bounds.min = value
    bounds.minHeld = true
  }
  if (value >= bounds.max) {
    bounds.max = value
    bounds.maxHeld = true
  }
}
