import { type Bits, hasBit } from './bits.ts'

const kept = 512
/** Every so many slots are looked at first: where values rise with the slots, each would be a new extreme. */
const stride = 37

/** Of some slots those with the least numbers, or the greatest, so that the bound of any of many hits is soon found. */
export class Extremes {
  /** 1: the least; -1: the greatest. */
  readonly #sign: 1 | -1
  readonly #slots = new Uint32Array(kept)
  /** Ascending, with the sign. */
  readonly #values = new Float64Array(kept)
  #count = 0
  /** Nothing that has a number is missing. */
  #whole = true

  constructor(sign: 1 | -1) {
    this.#sign = sign
  }

  get memoryBytes(): number {
    return kept * 12
  }

  /** So few are left that it is time to fill it again. */
  get isWorn(): boolean {
    return !this.#whole && this.#count < kept / 8
  }

  /** Of one that is empty: slots and their numbers; NaN is none. */
  fill(slots: Uint32Array, numbers: Float64Array): void {
    for (let at = 0; at < slots.length; at += stride) this.add(slots[at] as number, numbers[at] as number)
    const sign = this.#sign
    let limit = this.#limit
    for (let at = 0; at < slots.length; at++) {
      const value = (numbers[at] as number) * sign
      if (value >= limit) this.#whole = false
      else if (value < limit && at % stride !== 0) {
        this.add(slots[at] as number, numbers[at] as number)
        limit = this.#limit
      }
    }
  }

  add(slot: number, number: number): void {
    const value = number * this.#sign
    if (Number.isNaN(value)) return
    const isBeyond = this.#count > 0 && value >= (this.#values[this.#count - 1] as number)
    if ((isBeyond && (!this.#whole || this.#count === kept)) || (this.#count === 0 && !this.#whole)) {
      this.#whole = false
      return
    }
    if (this.#count === kept) {
      this.#whole = false
      this.#count--
    }
    const at = this.#placeOf(value)
    this.#values.copyWithin(at + 1, at, this.#count)
    this.#slots.copyWithin(at + 1, at, this.#count)
    this.#values[at] = value
    this.#slots[at] = slot
    this.#count++
  }

  remove(slot: number, number: number): void {
    const value = number * this.#sign
    if (this.#count === 0 || !(value <= (this.#values[this.#count - 1] as number))) return
    let at = this.#placeOf(value)
    while (at < this.#count && this.#values[at] === value && this.#slots[at] !== slot) at++
    if (at === this.#count || this.#slots[at] !== slot) return
    this.#values.copyWithin(at, at + 1, this.#count)
    this.#slots.copyWithin(at, at + 1, this.#count)
    this.#count--
  }

  /** The bound of those that are hits: NaN where none has a number, `null` where it is not among those kept. */
  boundOf(hits: Bits): number | null {
    for (let at = 0; at < this.#count; at++) {
      if (hasBit(hits, this.#slots[at] as number)) return (this.#values[at] as number) * this.#sign
    }
    return this.#whole ? Number.NaN : null
  }

  /** What is no less than this need not be added. */
  get #limit(): number {
    return this.#count === kept ? (this.#values[kept - 1] as number) : Number.POSITIVE_INFINITY
  }

  /** The first place whose value is no less. */
  #placeOf(value: number): number {
    let [from, to] = [0, this.#count]
    while (from < to) {
      const middle = (from + to) >>> 1
      if ((this.#values[middle] as number) < value) from = middle + 1
      else to = middle
    }
    return from
  }
}
