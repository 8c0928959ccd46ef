import type { Bits } from './bits.ts'
import type { Hits } from './hits.ts'
import type { Spellings } from './spellings.ts'

/** How often each value occurs, by the number of its spelling, and how many slots have none. */
export type ListTotals = { counts: Uint32Array; without: number }

/** What slots have in one field, however it is kept. */
export type FieldValues = {
  readonly spellings: Spellings
  /** How often each spelling is among the values of slots, and how many of these have none. */
  count(hits: Hits): ListTotals
  /** Adds 1 (or takes it away) for every value of a slot; whether it has any is returned. */
  countSlot(slot: number, by: 1 | -1, counts: Uint32Array): boolean
  /** Slots that have, or had, a value that is this one when folded. */
  addHaving(folded: string, into: Bits): void
  /** Those of `all` that have no value; dead slots that had none may come with them. */
  addWithout(all: Bits, into: Bits): void
}
