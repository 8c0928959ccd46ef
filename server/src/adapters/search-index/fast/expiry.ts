import { atOnce } from './at-once.ts'
import { type Bits, clearBit, setBit } from './bits.ts'
import { BlockedOrder } from './blocked-order.ts'
import { resized } from './growing.ts'
import type { SlotColumns } from './slot-columns.ts'
import { sortByNumber } from './sort-slots.ts'

/** Which slots have expired at the time last asked for; only what ends between two times is looked at. */
export class Expiry {
  readonly #columns: SlotColumns
  readonly #order: BlockedOrder
  #now = Number.NEGATIVE_INFINITY
  expired: Bits

  constructor(columns: SlotColumns) {
    this.#columns = columns
    this.expired = new Uint32Array(columns.words)
    const ends = (slot: number) => this.#columns.numbers.expiresAt[slot] as number
    this.#order = new BlockedOrder((a, b) => ends(a) - ends(b) || a - b, { pages: true })
  }

  get memoryBytes(): number {
    return this.#order.memoryBytes + this.expired.byteLength
  }

  /** Tells of each slot that expires on the way there, or no longer has, after `expired` says so. */
  moveTo(now: number, changed: (slot: number, expired: boolean) => void): void {
    if (now === this.#now) return
    const ends = this.#columns.numbers.expiresAt
    const [from, to] = [Math.min(now, this.#now), Math.max(now, this.#now)]
    const forward = now > this.#now
    this.#now = now
    const begin = this.#order.firstWhere((slot) => (ends[slot] as number) > from)
    this.#order.walk(begin, (slot) => {
      if ((ends[slot] as number) > to) return false
      if (forward) setBit(this.expired, slot)
      else clearBit(this.expired, slot)
      changed(slot, forward)
      return true
    })
  }

  add(slot: number): void {
    if (this.expired.length < this.#columns.words) this.expired = resized(this.expired, this.#columns.words)
    const end = this.#columns.numbers.expiresAt[slot] as number
    if (Number.isNaN(end)) return
    this.#order.insert(slot)
    if (end <= this.#now) setBit(this.expired, slot)
  }

  remove(slot: number): void {
    if (Number.isNaN(this.#columns.numbers.expiresAt[slot] as number)) return
    this.#order.remove(slot)
    clearBit(this.expired, slot)
  }

  /** These slots, ascending, and no others; nothing has expired until somebody asks again. */
  fill(slots: Uint32Array): void {
    const ends = this.#columns.numbers.expiresAt
    const ending = slots.filter((slot) => !Number.isNaN(ends[slot] as number))
    this.#order.fill(atOnce(sortByNumber(ending, ends, true)))
    this.expired = new Uint32Array(this.#columns.words)
    this.#now = Number.NEGATIVE_INFINITY
  }
}
