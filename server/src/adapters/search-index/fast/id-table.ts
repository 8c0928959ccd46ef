import { withRoom } from './growing.ts'
import { json, type Saved, type Sections, savedJson, savedUint32, section } from './snapshot-sections.ts'

const alphabet = '0123456789abcdefghijklmnopqrstuv'
const digitOf = new Int8Array(128).fill(-1)
for (let at = 0; at < 32; at++) digitOf[alphabet.charCodeAt(at)] = at

/**
 * The id of each slot, and the slot of each id. Our ids, 128 bits in base32hex, are held as such; any other string is
 * kept as it is.
 */
export class IdTable {
  #words = new Uint32Array(256)
  /** Slot + 1 by hash; 0 is free, `left` was left. */
  #table = new Uint32Array(256)
  #entries = 0
  #slots = 0
  readonly #strange = new Map<string, number>()
  readonly #strangeTexts = new Map<number, string>()
  readonly #scratch = new Uint32Array(4)

  get memoryBytes(): number {
    return this.#words.byteLength + this.#table.byteLength + this.#strange.size * 150
  }

  /** Whether every id is ours, and `wordsOf` tells all of it. */
  get plain(): boolean {
    return this.#strangeTexts.size === 0
  }

  get words(): Uint32Array {
    return this.#words
  }

  /** -1: it is not there. */
  slotOf(id: string): number {
    if (!this.#read(id)) return this.#strange.get(id) ?? -1
    return (this.#table[this.#placeOf()] as number) - 1
  }

  put(id: string, slot: number): void {
    this.#words = withRoom(this.#words, slot * 4 + 4)
    this.#slots = Math.max(this.#slots, slot + 1)
    this.#strangeTexts.delete(slot)
    if (!this.#read(id)) {
      this.#strange.set(id, slot)
      this.#strangeTexts.set(slot, id)
      return
    }
    this.#words.set(this.#scratch, slot * 4)
    let place = this.#placeOf()
    if (this.#table[place] === 0) {
      this.#entries++
      if (this.#entries * 2 > this.#table.length) {
        this.#rehash(this.#table.length * 2)
        place = this.#placeOf()
      }
    }
    this.#table[place] = slot + 1
  }

  /** Forgets the id; the slot keeps it, as others may still be compared with it. */
  forget(id: string): void {
    if (!this.#read(id)) {
      this.#strange.delete(id)
      return
    }
    const mask = this.#table.length - 1
    let hole = this.#placeOf()
    if (this.#table[hole] === 0) return
    this.#entries--
    // those behind move up, so that none is cut off from its place
    for (let at = (hole + 1) & mask; this.#table[at] !== 0; at = (at + 1) & mask) {
      const home = this.#hashOfSlot((this.#table[at] as number) - 1) & mask
      if (((at - home) & mask) < ((at - hole) & mask)) continue
      this.#table[hole] = this.#table[at] as number
      hole = at
    }
    this.#table[hole] = 0
  }

  textOf(slot: number): string {
    const strange = this.#strangeTexts.get(slot)
    if (strange !== undefined) return strange
    let text = ''
    let pending = 0
    let bits = 0
    for (let word = 0; word < 4; word++) {
      for (let shift = 24; shift >= 0; shift -= 8) {
        pending = ((pending << 8) | (((this.#words[slot * 4 + word] as number) >>> shift) & 255)) & 0xffff
        bits += 8
        while (bits >= 5) {
          bits -= 5
          text += alphabet[(pending >>> bits) & 31]
        }
      }
    }
    return text + alphabet[(pending << (5 - bits)) & 31]
  }

  /** By code unit, as `<` compares strings. */
  compare(a: number, b: number): number {
    if (this.#strangeTexts.size > 0) {
      const [left, right] = [this.textOf(a), this.textOf(b)]
      return left < right ? -1 : left > right ? 1 : 0
    }
    const words = this.#words
    for (let at = 0; at < 4; at++) {
      const difference = (words[a * 4 + at] as number) - (words[b * 4 + at] as number)
      if (difference !== 0) return difference
    }
    return 0
  }

  save(): Sections {
    return [
      section('ids.words', this.#words.subarray(0, this.#slots * 4)),
      json(
        'ids.strange',
        [...this.#strange].map(([text, slot]) => [slot, text]),
      ),
    ]
  }

  /** Which slots are live is for the caller to say: only they can be found. */
  load(saved: Saved, isLive: (slot: number) => boolean): void {
    this.#words = savedUint32(saved, 'ids.words')
    this.#slots = this.#words.length / 4
    this.#keepStrange(new Map(savedJson(saved, 'ids.strange') as [number, string][]))
    let size = 256
    while (size < this.#slots * 2) size *= 2
    this.#rehashAll(size, isLive)
  }

  #keepStrange(texts: ReadonlyMap<number, string>): void {
    for (const [slot, text] of texts) {
      this.#strange.set(text, slot)
      this.#strangeTexts.set(slot, text)
    }
  }

  #rehash(size: number): void {
    const old = this.#table
    this.#table = new Uint32Array(size)
    for (const entry of old) if (entry !== 0) this.#enter(entry - 1)
  }

  #rehashAll(size: number, isLive: (slot: number) => boolean): void {
    this.#table = new Uint32Array(size)
    this.#entries = 0
    for (let slot = 0; slot < this.#slots; slot++) {
      if (!isLive(slot) || this.#strangeTexts.has(slot)) continue
      this.#enter(slot)
      this.#entries++
    }
  }

  #enter(slot: number): void {
    const mask = this.#table.length - 1
    let place = this.#hashOfSlot(slot) & mask
    while (this.#table[place] !== 0) place = (place + 1) & mask
    this.#table[place] = slot + 1
  }

  #placeOf(): number {
    const mask = this.#table.length - 1
    const [a, b, c, d] = this.#scratch as unknown as [number, number, number, number]
    let place = hash(a, b, c, d) & mask
    for (let entry = this.#table[place] as number; entry !== 0; entry = this.#table[place] as number) {
      const at = (entry - 1) * 4
      const words = this.#words
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) break
      place = (place + 1) & mask
    }
    return place
  }

  #hashOfSlot(slot: number): number {
    const words = this.#words
    const at = slot * 4
    return hash(words[at] as number, words[at + 1] as number, words[at + 2] as number, words[at + 3] as number)
  }

  /** Into the scratch; false: it is none of ours. */
  #read(id: string): boolean {
    if (id.length !== 26) return false
    let [word, pending, bits] = [0, 0, 0]
    for (let at = 0; at < 26; at++) {
      const unit = id.charCodeAt(at)
      const digit = unit < 128 ? (digitOf[unit] as number) : -1
      if (digit < 0) return false
      const room = 32 - bits
      if (room > 5) {
        pending = (pending << 5) | digit
        bits += 5
      } else {
        const rest = 5 - room
        if (word === 4) return false
        this.#scratch[word++] = (pending << room) | (digit >>> rest)
        pending = digit & ((1 << rest) - 1)
        bits = rest
      }
    }
    // 130 bits were written for 128: the last two are nothing
    return word === 4 && pending === 0
  }
}

function hash(a: number, b: number, c: number, d: number): number {
  const mixed =
    Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(c ^ Math.imul(d, 0xc2b2ae35), 0x27d4eb2f)
  const folded = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (folded ^ (folded >>> 13)) >>> 0
}
