import { type Bits, listSlots } from './bits.ts'
import { withRoom } from './growing.ts'

/** What was found: as a set, how many, and one after the other where that is needed. */
export type Hits = { bits: Bits; count: number; list(): Uint32Array }

/** Lists hits when they are first needed so, in memory that the next ones use again: for one search at a time. */
export class HitLists {
  #list = new Uint32Array(64)

  get memoryBytes(): number {
    return this.#list.byteLength
  }

  of(bits: Bits, count: number, words: number): Hits {
    let listed = false
    return {
      bits,
      count,
      list: () => {
        if (!listed) {
          this.#list = withRoom(this.#list, count)
          listSlots(bits, words, this.#list)
          listed = true
        }
        return this.#list
      },
    }
  }
}
