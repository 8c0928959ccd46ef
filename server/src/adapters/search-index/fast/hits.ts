import { type Bits, listSlots } from './bits.ts'
import { withRoom } from './growing.ts'

/** What was found: as a set, how many, and one after the other where that is needed. */
export type Hits = { bits: Bits; count: number; list(): Uint32Array }

/** Lists them when that is first needed, in memory of their own unless `room` is given. */
export function hitsOf(bits: Bits, count: number, words: number, room = () => new Uint32Array(count)): Hits {
  let listed: Uint32Array | null = null
  return {
    bits,
    count,
    list() {
      if (listed === null) {
        listed = room()
        listSlots(bits, words, listed)
      }
      return listed
    },
  }
}

/** Lists hits in memory that the next ones use again: for one search at a time. */
export class HitLists {
  #list = new Uint32Array(64)

  get memoryBytes(): number {
    return this.#list.byteLength
  }

  of(bits: Bits, count: number, words: number): Hits {
    return hitsOf(bits, count, words, () => {
      this.#list = withRoom(this.#list, count)
      return this.#list
    })
  }
}
