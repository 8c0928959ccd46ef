import { type Bits, clearBit, countBits, hasBit, ones, setBit, wordsFor } from './bits.ts'
import { resized, withRoom } from './growing.ts'
import { copied, type Saved, type Sections, savedFloat64, savedUint32 } from './snapshot-sections.ts'

const blockWords = 32
const blockSlots = blockWords * 32

/** What numbers are kept in. */
type Kind<A> = { none: A; saved(saved: Saved, name: string): A }
export const float64: Kind<Float64Array> = { none: new Float64Array(0), saved: savedFloat64 }
export const uint32: Kind<Uint32Array> = { none: new Uint32Array(0), saved: savedUint32 }

/** A number for some of the slots: a bit for each that has one, and for every 1,024 slots their numbers in order. */
export class SparseNumbers<A extends Float64Array | Uint32Array = Float64Array> {
  readonly #kind: Kind<A>
  #having: Bits = new Uint32Array(blockWords)
  #blocks: A[] = []

  constructor(kind: Kind<A>) {
    this.#kind = kind
  }

  get memoryBytes(): number {
    return this.#blocks.reduce((sum, block) => sum + block.byteLength + 100, this.#having.byteLength)
  }

  get count(): number {
    return countBits(this.#having, this.#having.length)
  }

  /** Which slots have one; slots beyond it have none. */
  get having(): Bits {
    return this.#having
  }

  /** NaN: it has none. */
  numberOf(slot: number): number {
    if (!this.#has(slot)) return Number.NaN
    return this.#block(slot)[this.#placeOf(slot)] as number
  }

  put(slot: number, number: number): void {
    const at = Math.floor(slot / blockSlots)
    this.#having = withRoom(this.#having, (at + 1) * blockWords)
    while (this.#blocks.length <= at) this.#blocks.push(this.#kind.none)
    const place = this.#placeOf(slot)
    if (!this.#has(slot)) {
      const count = this.#countAt(at)
      let block = this.#block(slot)
      if (count === block.length) block = resized(block, Math.min(blockSlots, count + (count >>> 2) + 4))
      block.copyWithin(place + 1, place, count)
      this.#blocks[at] = block
      setBit(this.#having, slot)
    }
    this.#block(slot)[place] = number
  }

  forget(slot: number): void {
    if (!this.#has(slot)) return
    const place = this.#placeOf(slot)
    this.#block(slot).copyWithin(place, place + 1)
    clearBit(this.#having, slot)
  }

  /** Those among a set that have a number, ascending. */
  visitWithin(bits: Bits, visit: (slot: number, number: number) => void): void {
    const words = Math.min(this.#having.length, bits.length)
    let place = 0
    for (let at = 0; at < words; at++) {
      if (at % blockWords === 0) place = 0
      const having = this.#having[at] as number
      let wanted = having & (bits[at] as number)
      if (wanted !== 0) {
        const block = this.#blocks[Math.floor(at / blockWords)] as A
        for (; wanted !== 0; wanted &= wanted - 1) {
          const lowest = wanted & -wanted
          const slot = (at << 5) + 31 - Math.clz32(lowest)
          visit(slot, block[place + ones(having & (lowest - 1))] as number)
        }
      }
      place += ones(having)
    }
  }

  save(name: string): Sections {
    const numbers = resized(this.#kind.none, this.count)
    let count = 0
    this.visitWithin(this.#having, (_, number) => {
      numbers[count++] = number
    })
    return [
      copied(`${name}.having`, this.#having.subarray(0, this.#blocks.length * blockWords)),
      copied(`${name}.numbers`, numbers),
    ]
  }

  load(name: string, saved: Saved): void {
    this.#having = savedUint32(saved, `${name}.having`)
    const numbers = this.#kind.saved(saved, `${name}.numbers`)
    let from = 0
    this.#blocks = Array.from({ length: this.#having.length / blockWords }, (_, at) => {
      const count = this.#countAt(at)
      from += count
      return numbers.slice(from - count, from) as A
    })
  }

  #has(slot: number): boolean {
    return wordsFor(slot + 1) <= this.#having.length && hasBit(this.#having, slot)
  }

  #block(slot: number): A {
    return this.#blocks[Math.floor(slot / blockSlots)] as A
  }

  #countAt(block: number): number {
    const from = block * blockWords
    return countBits(this.#having.subarray(from, from + blockWords), blockWords)
  }

  /** How many before it in its block have one. */
  #placeOf(slot: number): number {
    const word = slot >>> 5
    let place = ones((this.#having[word] as number) & ((1 << (slot & 31)) - 1))
    for (let at = word - (word % blockWords); at < word; at++) place += ones(this.#having[at] as number)
    return place
  }
}
