import { addAll, type Bits, clearBit, countBits } from './bits.ts'
import { resized } from './growing.ts'

/** Slots that are dead and that nothing knows any longer: they are given again, the first ones first. */
export class FreeSlots {
  #bits: Bits = new Uint32Array(2)
  #count = 0
  /** No word before this one has any. */
  #from = 0

  get count(): number {
    return this.#count
  }

  get bits(): Bits {
    return this.#bits
  }

  get memoryBytes(): number {
    return this.#bits.byteLength
  }

  add(freed: Bits): void {
    if (this.#bits.length < freed.length) this.#bits = resized(this.#bits, freed.length)
    addAll(this.#bits, freed, freed.length)
    this.#count = countBits(this.#bits, this.#bits.length)
    this.#from = 0
  }

  /** -1: there is none. */
  take(): number {
    if (this.#count === 0) return -1
    while (this.#bits[this.#from] === 0) this.#from++
    const word = this.#bits[this.#from] as number
    const slot = (this.#from << 5) + 31 - Math.clz32(word & -word)
    clearBit(this.#bits, slot)
    this.#count--
    return slot
  }
}
