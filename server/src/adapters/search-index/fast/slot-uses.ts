import { addAll, type Bits, clearBit, countBits, leaveOut, listSlots, setBelow, setBit, wordsFor } from './bits.ts'
import { resized } from './growing.ts'
import { copied, json, type Saved, type Sections, savedJson, savedUint32 } from './snapshot-sections.ts'

/**
 * What each slot is: live; dead, but still known to arrays; or free, as nothing knows it any longer. Free ones are
 * given again, the first ones first.
 */
export class SlotUses {
  #live: Bits = new Uint32Array(2)
  #size = 0
  #free: Bits = new Uint32Array(2)
  #freeCount = 0
  /** No word of `#free` before this one has any. */
  #firstFree = 0
  /** All slots are below. */
  #end = 0

  get live(): Bits {
    return this.#live
  }

  /** How many are live. */
  get size(): number {
    return this.#size
  }

  get memoryBytes(): number {
    return this.#live.byteLength + this.#free.byteLength
  }

  /** A slot to be put to use: `begin` makes it live once there is room for it everywhere. */
  give(): number {
    return this.#freeCount > 0 ? this.#takeFree() : this.#end++
  }

  begin(slot: number, words: number): void {
    if (this.#live.length < words) this.#live = resized(this.#live, words)
    setBit(this.#live, slot)
    this.#size++
  }

  end(slot: number): void {
    clearBit(this.#live, slot)
    this.#size--
  }

  /** Whether one in so many is dead, and so many at least. */
  hasDead(oneIn: number, least: number): boolean {
    const dead = this.#end - this.#size - this.#freeCount
    return dead >= least && dead * oneIn >= this.#end
  }

  dead(words: number): Bits {
    const dead = new Uint32Array(words)
    setBelow(dead, this.#end)
    leaveOut(dead, this.#live, words)
    leaveOut(dead, this.#free, Math.min(words, this.#free.length))
    return dead
  }

  /** Nothing knows these any longer. */
  free(swept: Bits): void {
    if (this.#free.length < swept.length) this.#free = resized(this.#free, swept.length)
    addAll(this.#free, swept, swept.length)
    this.#freeCount = countBits(this.#free, this.#free.length)
    this.#firstFree = 0
  }

  listLive(): Uint32Array {
    const slots = new Uint32Array(this.#size)
    listSlots(this.#live, this.#live.length, slots)
    return slots
  }

  save(): Sections {
    return [json('slots', this.#end), copied('live', this.#live.subarray(0, wordsFor(this.#end)))]
  }

  load(saved: Saved, words: number): void {
    this.#end = Number(savedJson(saved, 'slots'))
    this.#live = resized(savedUint32(saved, 'live'), words)
    this.#size = countBits(this.#live, words)
  }

  #takeFree(): number {
    while (this.#free[this.#firstFree] === 0) this.#firstFree++
    const word = this.#free[this.#firstFree] as number
    const slot = (this.#firstFree << 5) + 31 - Math.clz32(word & -word)
    clearBit(this.#free, slot)
    this.#freeCount--
    return slot
  }
}
