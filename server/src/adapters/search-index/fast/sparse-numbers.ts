import { type Bits, clearBit, countBits, hasBit, ones, setBit, wordsFor } from './bits.ts'
import { resized, withRoom } from './growing.ts'
import type { Hits } from './hits.ts'
import { copied, type Saved, type Sections, savedFloat64, savedUint32, section } from './snapshot-sections.ts'

const blockWords = 32
const blockSlots = blockWords * 32
const visitedAtOnce = 1024

/** What numbers are kept in. */
type Kind<A> = { none: A; saved(saved: Saved, name: string): A }
export const float64: Kind<Float64Array> = { none: new Float64Array(0), saved: savedFloat64 }
export const uint32: Kind<Uint32Array> = { none: new Uint32Array(0), saved: savedUint32 }

/** Not less than `begin`, not more than `last`, and less than `end`. */
export type Limits = { begin: number; last: number; end: number }

/** A number for some of the slots: a bit for each that has one, and for every 1,024 slots their numbers in order. */
export class SparseNumbers<A extends Float64Array | Uint32Array = Float64Array> {
  readonly #kind: Kind<A>
  #having: Bits = new Uint32Array(blockWords)
  /** How many before each word of `#having` have one, in its block. */
  #before = new Uint16Array(blockWords)
  #blocks: A[] = []

  constructor(kind: Kind<A>) {
    this.#kind = kind
  }

  get memoryBytes(): number {
    const bits = this.#having.byteLength + this.#before.byteLength
    return this.#blocks.reduce((sum, block) => sum + block.byteLength + 100, bits)
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
    if (at >= this.#blocks.length) this.#makeBlock(at)
    const place = this.#placeOf(slot)
    if (!this.#has(slot)) {
      const count = this.#countAt(at)
      let block = this.#block(slot)
      if (count === block.length) block = resized(block, Math.min(blockSlots, count + (count >>> 2) + 4))
      block.copyWithin(place + 1, place, count)
      this.#blocks[at] = block
      setBit(this.#having, slot)
      this.#countFrom(slot, 1)
    }
    this.#block(slot)[place] = number
  }

  forget(slot: number): void {
    if (!this.#has(slot)) return
    const place = this.#placeOf(slot)
    this.#block(slot).copyWithin(place, place + 1)
    clearBit(this.#having, slot)
    this.#countFrom(slot, -1)
  }

  /** Those among a set that have a number, ascending, some at a time: slots and numbers are the first `count` of both. */
  visitWithin(bits: Bits, visit: (slots: Uint32Array, numbers: A, count: number) => void): void {
    const [having, before] = [this.#having, this.#before]
    const [slots, numbers] = [new Uint32Array(visitedAtOnce), resized(this.#kind.none, visitedAtOnce)]
    const words = Math.min(having.length, bits.length)
    let count = 0
    for (let at = 0; at < words; at++) {
      const has = having[at] as number
      let wanted = has & (bits[at] as number)
      if (wanted === 0) continue
      if (count + 32 > visitedAtOnce) {
        visit(slots, numbers, count)
        count = 0
      }
      const block = this.#blocks[Math.floor(at / blockWords)] as A
      for (; wanted !== 0; wanted &= wanted - 1) {
        const lowest = wanted & -wanted
        slots[count] = (at << 5) + 31 - Math.clz32(lowest)
        numbers[count++] = block[(before[at] as number) + ones(has & (lowest - 1))] as number
      }
    }
    if (count > 0) visit(slots, numbers, count)
  }

  /** The same of hits: of few each is looked up. */
  visitAmong(hits: Hits, visit: (slots: Uint32Array, numbers: A, count: number) => void): void {
    if (hits.count > this.#having.length) {
      this.visitWithin(hits.bits, visit)
      return
    }
    const list = hits.list()
    const [slots, numbers] = [new Uint32Array(visitedAtOnce), resized(this.#kind.none, visitedAtOnce)]
    for (let from = 0; from < hits.count; from += visitedAtOnce) {
      const to = Math.min(from + visitedAtOnce, hits.count)
      let count = 0
      for (let at = from; at < to; at++) {
        const slot = list[at] as number
        if (!this.#has(slot)) continue
        slots[count] = slot
        numbers[count++] = this.#block(slot)[this.#placeOf(slot)] as number
      }
      if (count > 0) visit(slots, numbers, count)
    }
  }

  /** Takes from a set those whose number is not within limits, or that have none. */
  narrow(bits: Bits, { begin, last, end }: Limits): void {
    const [having, before] = [this.#having, this.#before]
    const words = Math.min(having.length, bits.length)
    for (let at = 0; at < words; at++) {
      const has = having[at] as number
      const wanted = has & (bits[at] as number)
      bits[at] = 0
      if (wanted === 0) continue
      const block = this.#blocks[at >>> 5] as A
      const first = before[at] as number
      // numbers one after the other are soon looked at, also those that nobody asks for
      const all = ones(wanted) * 2 >= ones(has)
      let within = 0
      let place = first
      for (let rest = all ? has : wanted; rest !== 0; rest &= rest - 1) {
        const lowest = rest & -rest
        if (!all) place = first + ones(has & (lowest - 1))
        const value = block[place++] as number
        // without branches, as nobody can foretell which way they go
        within |= lowest & -(Number(value >= begin) & Number(value <= last) & Number(value < end))
      }
      bits[at] = within & wanted
    }
    bits.fill(0, words)
  }

  /** All that `visitWithin` visits, at once. */
  within(bits: Bits): { slots: Uint32Array; numbers: A } {
    const [slots, numbers] = [new Uint32Array(this.count), resized(this.#kind.none, this.count)]
    let found = 0
    this.visitWithin(bits, (someSlots, someNumbers, count) => {
      slots.set(someSlots.subarray(0, count), found)
      numbers.set(someNumbers.subarray(0, count), found)
      found += count
    })
    return { slots: slots.subarray(0, found), numbers: numbers.subarray(0, found) as A }
  }

  save(name: string): Sections {
    return [
      copied(`${name}.having`, this.#having.subarray(0, this.#blocks.length * blockWords)),
      section(`${name}.numbers`, this.within(this.#having).numbers),
    ]
  }

  load(name: string, saved: Saved): void {
    this.#having = savedUint32(saved, `${name}.having`)
    this.#before = new Uint16Array(this.#having.length)
    for (let at = 1; at < this.#before.length; at++) {
      if (at % blockWords !== 0)
        this.#before[at] = (this.#before[at - 1] as number) + ones(this.#having[at - 1] as number)
    }
    const numbers = this.#kind.saved(saved, `${name}.numbers`)
    let from = 0
    this.#blocks = Array.from({ length: this.#having.length / blockWords }, (_, at) => {
      const count = this.#countAt(at)
      from += count
      return numbers.slice(from - count, from) as A
    })
  }

  /** And those before it. */
  #makeBlock(at: number): void {
    this.#having = withRoom(this.#having, (at + 1) * blockWords)
    this.#before = withRoom(this.#before, (at + 1) * blockWords)
    while (this.#blocks.length <= at) this.#blocks.push(this.#kind.none)
  }

  /** One more, or less, is before the words behind that of a slot. */
  #countFrom(slot: number, by: 1 | -1): void {
    const end = (Math.floor(slot / blockSlots) + 1) * blockWords
    for (let at = (slot >>> 5) + 1; at < end; at++) (this.#before[at] as number) += by
  }

  #has(slot: number): boolean {
    return wordsFor(slot + 1) <= this.#having.length && hasBit(this.#having, slot)
  }

  #block(slot: number): A {
    return this.#blocks[Math.floor(slot / blockSlots)] as A
  }

  #countAt(block: number): number {
    const last = block * blockWords + blockWords - 1
    return (this.#before[last] as number) + ones(this.#having[last] as number)
  }

  /** How many before it in its block have one. */
  #placeOf(slot: number): number {
    const word = slot >>> 5
    return (this.#before[word] as number) + ones((this.#having[word] as number) & ((1 << (slot & 31)) - 1))
  }
}
