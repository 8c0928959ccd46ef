import { type Bits, hasBit } from './bits.ts'
import { withRoom } from './growing.ts'
import type { Hits } from './hits.ts'

const blockSize = 1024
/** As full as blocks are made, so that what comes soon after need not split them. */
const filled = 896

type Place = { block: number; at: number }

/**
 * Slots in order, in blocks of a thousand: one that comes or goes moves a few hundred others, and a page far down is
 * found by counting whole blocks.
 */
export class BlockedOrder {
  readonly #compare: (a: number, b: number) => number
  #blocks: Uint32Array[] = []
  #lengths: number[] = []
  /** The name of the block at each place, and the place of the block with each name. */
  #names: number[] = []
  #unused: number[] = []
  #places = new Uint32Array(64)
  /** The name of the block of each slot; `null`: not kept, as nothing leaves and nobody asks for pages. */
  #nameOf: Uint16Array | null
  #counts = new Uint32Array(64)

  /** `compare` knows no ties. */
  constructor(compare: (a: number, b: number) => number, { pages }: { pages: boolean }) {
    this.#compare = compare
    this.#nameOf = pages ? new Uint16Array(64) : null
  }

  get memoryBytes(): number {
    return this.#blocks.length * blockSize * 4 + (this.#nameOf?.byteLength ?? 0)
  }

  get blockCount(): number {
    return this.#blocks.length
  }

  /** Instead of everything that is in it. */
  fill(sorted: Uint32Array): void {
    this.#blocks = []
    this.#lengths = []
    this.#names = []
    for (let from = 0; from < sorted.length; from += filled) {
      const block = new Uint32Array(blockSize)
      const piece = sorted.subarray(from, from + filled)
      block.set(piece)
      this.#insertBlock(this.#blocks.length, block, piece.length)
    }
  }

  insert(slot: number): void {
    if (this.#blocks.length === 0) this.#insertBlock(0, new Uint32Array(blockSize), 0)
    const { block: place, at } = this.firstWhere((other) => this.#compare(other, slot) > 0)
    // at the beginning of a block is at the end of the one before, if that has room
    const before = at === 0 && place > 0
    this.#insertAt(before ? place - 1 : place, before ? (this.#lengths[place - 1] as number) : at, slot)
  }

  remove(slot: number): void {
    const nameOf = this.#nameOf as Uint16Array
    const place = this.#places[nameOf[slot] as number] as number
    const block = this.#blocks[place] as Uint32Array
    const at = block.indexOf(slot)
    const length = this.#lengths[place] as number
    if (at < 0 || at >= length) throw new Error(`Slot ${slot} is not in its order`)
    block.copyWithin(at, at + 1, length)
    this.#lengths[place] = length - 1
    if (length === 1) this.#removeBlock(place)
  }

  /** Of what is in order, the first for which `isAfter` holds, as it does for all after it; else just past the end. */
  firstWhere(isAfter: (slot: number) => boolean): Place {
    let low = 0
    let high = this.#blocks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#lengths[middle] !== 0 && isAfter((this.#blocks[middle] as Uint32Array)[0] as number)) high = middle
      else low = middle + 1
    }
    if (low === 0) return { block: 0, at: 0 }
    const block = low - 1
    const items = this.#blocks[block] as Uint32Array
    let [from, to] = [0, this.#lengths[block] as number]
    while (from < to) {
      const middle = (from + to) >>> 1
      if (isAfter(items[middle] as number)) to = middle
      else from = middle + 1
    }
    return from === this.#lengths[block] && low < this.#blocks.length ? { block: low, at: 0 } : { block, at: from }
  }

  /** What is at a place; -1 past the end. */
  slotAt({ block, at }: Place): number {
    return block < this.#blocks.length && at < (this.#lengths[block] as number)
      ? ((this.#blocks[block] as Uint32Array)[at] as number)
      : -1
  }

  /** What is before a place; -1 at the beginning. */
  slotBefore({ block, at }: Place): number {
    if (at > 0) return (this.#blocks[block] as Uint32Array)[at - 1] as number
    return block > 0 ? this.slotAt({ block: block - 1, at: (this.#lengths[block - 1] as number) - 1 }) : -1
  }

  /** From a place on, until `visit` says that it is enough. */
  walk({ block, at }: Place, visit: (slot: number) => boolean): void {
    for (let place = block; place < this.#blocks.length; place++) {
      const items = this.#blocks[place] as Uint32Array
      const length = this.#lengths[place] as number
      for (let item = place === block ? at : 0; item < length; item++) if (!visit(items[item] as number)) return
    }
  }

  /**
   * Those of the hits that are at `start` and after, `limit` at most. Counting hits by block looks at every one of
   * them, walking at everything up to the page's end.
   */
  page({ bits, count, list }: Hits, all: number, start: number, limit: number): number[] {
    const whole = count === all
    if (!whole && (Math.min(start + limit, count) * all) / count < count + blockSize) {
      return this.#collect(bits, null, 0, start, limit)
    }
    const counts = whole ? this.#lengths : this.#countBlocks(list(), count)
    let skip = start
    let place = 0
    for (; place < this.#blocks.length && skip >= (counts[place] as number); place++) skip -= counts[place] as number
    return this.#collect(whole ? null : bits, counts, place, skip, limit)
  }

  /** Everything in order. */
  sorted(): Uint32Array {
    const all = new Uint32Array(this.#lengths.reduce((sum, length) => sum + length, 0))
    let to = 0
    for (const [place, block] of this.#blocks.entries()) {
      const length = this.#lengths[place] as number
      all.set(block.subarray(0, length), to)
      to += length
    }
    return all
  }

  /** From a block on; `hits` is `null` where everything is one, `counts` where nobody has counted them by block. */
  #collect(hits: Bits | null, counts: ArrayLike<number> | null, from: number, toSkip: number, limit: number): number[] {
    const page: number[] = []
    let skip = toSkip
    for (let place = from; place < this.#blocks.length && page.length < limit; place++) {
      if (counts !== null && counts[place] === 0) continue
      const items = this.#blocks[place] as Uint32Array
      const length = this.#lengths[place] as number
      for (let at = hits === null ? skip : 0; at < length; at++) {
        const slot = items[at] as number
        if (hits !== null) {
          if (!hasBit(hits, slot)) continue
          if (skip > 0) {
            skip--
            continue
          }
        }
        page.push(slot)
        if (page.length === limit) return page
      }
      if (hits === null) skip = 0
    }
    return page
  }

  #countBlocks(slots: Uint32Array, count: number): Uint32Array {
    const nameOf = this.#nameOf as Uint16Array
    const places = this.#places
    this.#counts = withRoom(this.#counts, this.#blocks.length)
    const counts = this.#counts.fill(0)
    for (let at = 0; at < count; at++) (counts[places[nameOf[slots[at] as number] as number] as number] as number)++
    return counts
  }

  #insertAt(place: number, at: number, slot: number): void {
    const block = this.#blocks[place] as Uint32Array
    const length = this.#lengths[place] as number
    if (length === blockSize) {
      this.#split(place, at)
      const half = this.#lengths[place] as number
      if (at > half) this.#insertAt(place + 1, at - half, slot)
      else this.#insertAt(place, at, slot)
      return
    }
    block.copyWithin(at + 1, at, length)
    block[at] = slot
    this.#lengths[place] = length + 1
    if (this.#nameOf === null) return
    if (slot >= this.#nameOf.length) this.#nameOf = withRoom(this.#nameOf, slot + 1)
    this.#nameOf[slot] = this.#names[place] as number
  }

  /** Into halves; where it goes on at the end, as names with rising numbers do, the first part stays nearly full. */
  #split(place: number, at: number): void {
    const block = this.#blocks[place] as Uint32Array
    const half = at === blockSize && place === this.#blocks.length - 1 ? blockSize - 32 : blockSize / 2
    const rest = new Uint32Array(blockSize)
    rest.set(block.subarray(half))
    this.#lengths[place] = half
    this.#insertBlock(place + 1, rest, blockSize - half)
  }

  #insertBlock(place: number, block: Uint32Array, length: number): void {
    const name = this.#freeName()
    this.#blocks.splice(place, 0, block)
    this.#lengths.splice(place, 0, length)
    this.#names.splice(place, 0, name)
    this.#places = withRoom(this.#places, name + 1)
    this.#placeFrom(place)
    this.#nameSlots(place, block)
  }

  #removeBlock(place: number): void {
    this.#unused.push(this.#names[place] as number)
    this.#blocks.splice(place, 1)
    this.#lengths.splice(place, 1)
    this.#names.splice(place, 1)
    this.#placeFrom(place)
  }

  #freeName(): number {
    if (this.#names.length === 0) this.#unused = []
    return this.#unused.pop() ?? this.#names.length
  }

  #placeFrom(first: number): void {
    for (let place = first; place < this.#names.length; place++) this.#places[this.#names[place] as number] = place
  }

  #nameSlots(place: number, block: Uint32Array): void {
    if (this.#nameOf === null) return
    const name = this.#names[place] as number
    const length = this.#lengths[place] as number
    for (let at = 0; at < length; at++) {
      const slot = block[at] as number
      if (slot >= this.#nameOf.length) this.#nameOf = withRoom(this.#nameOf, slot + 1)
      this.#nameOf[slot] = name
    }
  }
}
