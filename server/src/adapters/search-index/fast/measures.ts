import { type CustomFieldId, isCustomFieldId } from '../../../domain/custom-field/custom-field.ts'
import { type Bits, countBits, listSlots } from './bits.ts'
import type { CustomFields } from './custom-fields.ts'
import type { Hits } from './hits.ts'
import { isSparse, type NumberName, type SlotColumns } from './slot-columns.ts'
import type { SparseNumbers } from './sparse-numbers.ts'

/** Numbers that slots have a range of, and facets the bounds. */
export type Measure = NumberName | CustomFieldId
export type Bounds = { min: number; max: number }

/** The numbers of slots, whether every slot has a place for one or only those that have one. */
export class Measures {
  readonly #columns: SlotColumns
  readonly #custom: CustomFields

  constructor(columns: SlotColumns, custom: CustomFields) {
    this.#columns = columns
    this.#custom = custom
  }

  /** By slot, where NaN is none; `undefined`: nobody has said any yet. */
  of(measure: Measure): Float64Array | SparseNumbers | undefined {
    if (isCustomFieldId(measure)) return this.#custom.numbers.get(measure)
    return isSparse(measure) ? this.#columns.sparse[measure] : this.#columns.numbers[measure]
  }

  /** What tells the number of a slot, now and later; NaN: it has none. */
  numbersOf(measure: Measure): (slot: number) => number {
    if (isCustomFieldId(measure)) return (slot) => this.#custom.numbers.get(measure)?.numberOf(slot) ?? Number.NaN
    if (isSparse(measure)) return (slot) => this.#columns.sparse[measure].numberOf(slot)
    return (slot) => this.#columns.numbers[measure][slot] as number
  }

  /** Those among a set that may have one, and the numbers. */
  allWithin(measure: Measure, bits: Bits): { slots: Uint32Array; numbers: Float64Array } {
    const numbers = this.of(measure)
    if (numbers === undefined) return { slots: new Uint32Array(0), numbers: new Float64Array(0) }
    return numbers instanceof Float64Array ? columnWithin(numbers, bits) : numbers.within(bits)
  }

  /** The least and the greatest among hits; the least is beyond the greatest where none has one. */
  boundsAmong(measure: Measure, hits: Hits): Bounds {
    const numbers = this.of(measure)
    return numbers instanceof Float64Array ? boundsOfColumn(numbers, hits) : boundsOfSparse(numbers, hits)
  }
}

function columnWithin(column: Float64Array, bits: Bits): { slots: Uint32Array; numbers: Float64Array } {
  const slots = new Uint32Array(countBits(bits, bits.length))
  listSlots(bits, bits.length, slots)
  const numbers = new Float64Array(slots.length)
  for (let at = 0; at < slots.length; at++) numbers[at] = column[slots[at] as number] as number
  return { slots, numbers }
}

function boundsOfColumn(column: Float64Array, hits: Hits): Bounds {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const slots = hits.list()
  for (let at = 0; at < hits.count; at++) {
    const value = column[slots[at] as number] as number
    // NaN, where there is none, is neither
    if (value < min) min = value
    if (value > max) max = value
  }
  return { min, max }
}

function boundsOfSparse(numbers: SparseNumbers | undefined, hits: Hits): Bounds {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  numbers?.visitAmong(hits, (_, some, count) => {
    for (let at = 0; at < count; at++) {
      const value = some[at] as number
      if (value < min) min = value
      if (value > max) max = value
    }
  })
  return { min, max }
}
