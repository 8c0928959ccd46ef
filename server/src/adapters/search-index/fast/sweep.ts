import { type Bits, hasBit } from './bits.ts'

/**
 * Slots that were dead when it began, and how much is done about them at once. Each array of the index lets go of them
 * in turn, a slice at a time, and is whole between slices: dead slots are in no answer, whether it still knows them or not.
 */
export class Sweep {
  readonly dead: Bits
  /** Places of arrays. */
  readonly #atOnce: number
  #done = 0

  constructor(dead: Bits, atOnce: number) {
    this.dead = dead
    this.#atOnce = atOnce
  }

  /** Slots that came after it began are beyond its set, or not in it. */
  isDead(slot: number): boolean {
    return hasBit(this.dead, slot)
  }

  /** So many more places were looked at: whether it is time for others. */
  isEnough(places: number): boolean {
    this.#done += places
    if (this.#done < this.#atOnce) return false
    this.#done = 0
    return true
  }
}
