import { type Bits, countBits, hasBit, leaveOut, setBit, visitBits, wordsFor } from './bits.ts'
import { resized, withRoom } from './growing.ts'
import {
  copied,
  json,
  type Saved,
  type Sections,
  savedBytes,
  savedJson,
  savedUint32,
  section,
} from './snapshot-sections.ts'
import type { Sweep } from './sweep.ts'

/** How much room a list of each class has: 2, 3, 4, 6, 8, 12, …; class 0 is a single slot, held in place of an address. */
const rooms = Array.from({ length: 58 }, (_, at) =>
  at === 0 ? 1 : at % 2 === 1 ? 2 ** ((at + 1) / 2) : 3 * 2 ** (at / 2 - 1),
)
const dense = 255
/** Shorter lists are never worth a bit for every slot. */
const leastDense = 2048

/** What a set that became a list again leaves at its place. */
const noSet: Bits = new Uint32Array(0)

/** For each item the slots it occurs in: a list, or a bit for every slot once more than one in 32 has it. */
export class Postings {
  #arena = new Uint32Array(1024)
  #used = 0
  #at = new Uint32Array(64)
  #counts = new Uint32Array(64)
  #classes = new Uint8Array(64)
  /** Of each class the first free list + 1; a free list says in its first place which is next. */
  readonly #free = new Uint32Array(rooms.length)
  #items = 0
  #sets: Bits[] = []
  /** All slots are below. */
  #slots = 0
  /** While it is dumped, lists stay as they are where they are, and those given back are kept for later. */
  #isDumped = false
  readonly #givenMeanwhile: { list: number; kind: number }[] = []

  get memoryBytes(): number {
    const sets = this.#sets.reduce((sum, set) => sum + set.byteLength, 0)
    const { byteLength } = this.#arena
    return byteLength + this.#at.byteLength + this.#counts.byteLength + this.#classes.byteLength + sets
  }

  /** Slots that are dead count too, until they are swept. */
  countOf(item: number): number {
    return item < this.#items ? (this.#counts[item] as number) : 0
  }

  /** A slot comes with all its items before the next one does; an item given again is not noted again. */
  add(item: number, slot: number): void {
    if (slot >= this.#slots) this.#slots = slot + 1
    if (item >= this.#items) this.#makeRoomFor(item)
    const count = this.#counts[item] as number
    const kind = this.#classes[item] as number
    if (kind === dense) {
      this.#addDense(item, slot, count)
      return
    }
    if (count === 0) {
      this.#at[item] = slot
      this.#counts[item] = 1
      return
    }
    if (kind === 0) {
      const first = this.#at[item] as number
      if (first === slot) return
      const list = this.#take(1)
      this.#arena[list] = first
      this.#arena[list + 1] = slot
      this.#at[item] = list
      this.#classes[item] = 1
      this.#counts[item] = 2
      return
    }
    let list = this.#at[item] as number
    if (this.#arena[list + count - 1] === slot) return
    if (count === rooms[kind]) {
      if (count >= leastDense && count > this.#slots >>> 5) {
        this.#becomeDense(item)
        this.#addDense(item, slot, count)
        return
      }
      const larger = this.#take(kind + 1)
      this.#arena.copyWithin(larger, list, list + count)
      this.#give(list, kind)
      this.#at[item] = larger
      this.#classes[item] = kind + 1
      list = larger
    }
    this.#arena[list + count] = slot
    this.#counts[item] = count + 1
  }

  /** Adds the slots of an item to a set that has room for every slot. */
  addTo(item: number, bits: Bits): void {
    if (item >= this.#items) return
    const count = this.#counts[item] as number
    const kind = this.#classes[item] as number
    if (kind === dense) {
      const set = this.#sets[this.#at[item] as number] as Bits
      const words = Math.min(set.length, bits.length)
      for (let at = 0; at < words; at++) (bits[at] as number) |= set[at] as number
    } else if (kind === 0) {
      if (count === 1) setBit(bits, this.#at[item] as number)
    } else {
      const arena = this.#arena
      const from = this.#at[item] as number
      const to = from + count
      for (let at = from; at < to; at++) setBit(bits, arena[at] as number)
    }
  }

  /** How many of the item's slots are in a set. */
  countIn(item: number, bits: Bits): number {
    if (item >= this.#items) return 0
    let found = 0
    this.#forEach(item, (slot) => {
      if (hasBit(bits, slot)) found++
    })
    return found
  }

  /** Forgets dead slots, item by item. */
  *sweep(sweep: Sweep): Generator<void> {
    const items = this.#items
    for (let item = 0; item < items; item++) {
      const count = this.#counts[item] as number
      const kind = this.#classes[item] as number
      if (kind === dense) {
        if (sweep.isEnough(this.#sweepDense(item, sweep))) yield
        continue
      }
      if (kind > 0) this.#sweepList(item, count, kind, sweep)
      else if (count === 1 && sweep.isDead(this.#at[item] as number)) this.#counts[item] = 0
      if (sweep.isEnough(count + 1)) yield
    }
  }

  /** The sections show this moment until `endDump`. */
  save(name: string): Sections {
    this.#isDumped = true
    return [
      section(`${name}.arena`, this.#arena.subarray(0, this.#used)),
      copied(`${name}.at`, this.#at.subarray(0, this.#items)),
      copied(`${name}.counts`, this.#counts.subarray(0, this.#items)),
      copied(`${name}.classes`, this.#classes.subarray(0, this.#items)),
      copied(`${name}.free`, this.#free),
      json(`${name}.slots`, this.#slots),
      json(`${name}.sets`, this.#sets.length),
      ...this.#sets.map((set, at) => copied(`${name}.set${at}`, set)),
    ]
  }

  endDump(): void {
    this.#isDumped = false
    for (const { list, kind } of this.#givenMeanwhile.splice(0)) this.#give(list, kind)
  }

  load(name: string, saved: Saved): void {
    this.#arena = savedUint32(saved, `${name}.arena`)
    this.#used = this.#arena.length
    this.#at = savedUint32(saved, `${name}.at`)
    this.#counts = savedUint32(saved, `${name}.counts`)
    this.#items = this.#counts.length
    this.#classes = savedBytes(saved, `${name}.classes`)
    this.#free.set(savedUint32(saved, `${name}.free`))
    const sets = Number(savedJson(saved, `${name}.sets`))
    this.#sets = Array.from({ length: sets }, (_, at) => {
      const set = savedUint32(saved, `${name}.set${at}`)
      return set.length === 0 ? noSet : set
    })
    this.#slots = Number(savedJson(saved, `${name}.slots`))
  }

  #forEach(item: number, visit: (slot: number) => void): void {
    const count = this.#counts[item] as number
    const kind = this.#classes[item] as number
    if (kind === dense) visitBits(this.#sets[this.#at[item] as number] as Bits, visit)
    else if (kind === 0) {
      if (count === 1) visit(this.#at[item] as number)
    } else {
      const from = this.#at[item] as number
      for (let at = from; at < from + count; at++) visit(this.#arena[at] as number)
    }
  }

  #makeRoomFor(item: number): void {
    this.#items = item + 1
    if (this.#items <= this.#counts.length) return
    this.#at = withRoom(this.#at, item + 1)
    this.#counts = resized(this.#counts, this.#at.length)
    this.#classes = resized(this.#classes, this.#at.length)
  }

  #addDense(item: number, slot: number, count: number): void {
    const place = this.#at[item] as number
    const set = withRoom(this.#sets[place] as Bits, wordsFor(slot + 1))
    this.#sets[place] = set
    if (hasBit(set, slot)) return
    setBit(set, slot)
    this.#counts[item] = count + 1
  }

  #becomeDense(item: number): void {
    const set = new Uint32Array(wordsFor(this.#slots) + 256)
    this.addTo(item, set)
    this.#give(this.#at[item] as number, this.#classes[item] as number)
    const unused = this.#sets.indexOf(noSet)
    const place = unused < 0 ? this.#sets.length : unused
    this.#sets[place] = set
    this.#at[item] = place
    this.#classes[item] = dense
  }

  /** Stays a set, unless few are left: then it is a list again. How long it was. */
  #sweepDense(item: number, { dead }: Sweep): number {
    const place = this.#at[item] as number
    const set = this.#sets[place] as Bits
    leaveOut(set, dead, Math.min(set.length, dead.length))
    const count = countBits(set, set.length)
    this.#counts[item] = count
    if (count >= leastDense && count * 64 > this.#slots) return set.length
    this.#sets[place] = noSet
    this.#classes[item] = 0
    this.#counts[item] = 0
    visitBits(set, (slot) => this.add(item, slot))
    return set.length
  }

  #sweepList(item: number, count: number, kind: number, sweep: Sweep): void {
    const arena = this.#arena
    const list = this.#at[item] as number
    let to = list
    for (let at = list; at < list + count; at++) {
      const slot = arena[at] as number
      if (!sweep.isDead(slot)) arena[to++] = slot
    }
    const left = to - list
    this.#counts[item] = left
    if (left > 1) return
    this.#classes[item] = 0
    this.#at[item] = arena[list] as number
    this.#give(list, kind)
  }

  #take(kind: number): number {
    const head = this.#free[kind] as number
    if (head !== 0 && !this.#isDumped) {
      this.#free[kind] = this.#arena[head - 1] as number
      return head - 1
    }
    const list = this.#used
    this.#used += rooms[kind] as number
    this.#arena = withRoom(this.#arena, this.#used)
    return list
  }

  #give(list: number, kind: number): void {
    if (this.#isDumped) {
      this.#givenMeanwhile.push({ list, kind })
      return
    }
    this.#arena[list] = this.#free[kind] as number
    this.#free[kind] = list + 1
  }
}
