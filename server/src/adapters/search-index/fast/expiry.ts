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
    const { expiresAt } = columns.sparse
    this.#order = new BlockedOrder((a, b) => expiresAt.numberOf(a) - expiresAt.numberOf(b) || a - b, { pages: true })
  }

  get memoryBytes(): number {
    return this.#order.memoryBytes + this.expired.byteLength
  }

  /** Tells of each slot that expires on the way there, or no longer has, after `expired` says so. */
  moveTo(now: number, changed: (slot: number, expired: boolean) => void): void {
    if (now === this.#now) return
    const { expiresAt } = this.#columns.sparse
    const [from, to] = [Math.min(now, this.#now), Math.max(now, this.#now)]
    const forward = now > this.#now
    this.#now = now
    const begin = this.#order.firstWhere((slot) => expiresAt.numberOf(slot) > from)
    this.#order.walk(begin, (slot) => {
      if (expiresAt.numberOf(slot) > to) return false
      if (forward) setBit(this.expired, slot)
      else clearBit(this.expired, slot)
      changed(slot, forward)
      return true
    })
  }

  add(slot: number): void {
    if (this.expired.length < this.#columns.words) this.expired = resized(this.expired, this.#columns.words)
    const end = this.#columns.sparse.expiresAt.numberOf(slot)
    if (Number.isNaN(end)) return
    this.#order.insert(slot)
    if (end <= this.#now) setBit(this.expired, slot)
  }

  remove(slot: number): void {
    if (Number.isNaN(this.#columns.sparse.expiresAt.numberOf(slot))) return
    this.#order.remove(slot)
    clearBit(this.expired, slot)
  }

  /** These slots and no others; nothing has expired until somebody asks again. */
  fill(live: Bits): void {
    const { slots, numbers } = this.#columns.sparse.expiresAt.within(live)
    const places = slots.map((_, at) => at)
    const sorted = atOnce(sortByNumber(places, numbers, true))
    this.#order.fill(sorted.map((at) => slots[at] as number))
    this.expired = new Uint32Array(this.#columns.words)
    this.#now = Number.NEGATIVE_INFINITY
  }
}
