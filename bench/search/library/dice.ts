import { toBase32hex } from '../../../server/src/adapters/crypto/random-ids.ts'

/** Chance that repeats itself: the same seed throws the same numbers, on every machine (sfc32). */
export class Dice {
  #a: number
  #b: number
  #c: number
  #counter = 1
  readonly #bytes = Buffer.alloc(16)

  constructor(seed: number) {
    this.#a = seed | 0
    this.#b = 0x9e3779b9
    this.#c = 0x243f6a88
    for (let turn = 0; turn < 16; turn++) this.word()
  }

  /** 32 bits, unsigned. */
  word(): number {
    const sum = (this.#a + this.#b + this.#counter++) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** From 0 up to 1, without it. */
  next(): number {
    return this.word() / 4_294_967_296
  }

  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  between(from: number, to: number): number {
    return from + this.below(to - from + 1)
  }

  hits(share: number): boolean {
    return this.next() < share
  }

  of<Thing>(things: readonly Thing[]): Thing {
    return things[this.below(things.length)] as Thing
  }

  /** Around `middle`, most within a factor of `spread`. */
  around(middle: number, spread: number): number {
    const normal = this.next() + this.next() + this.next() + this.next() - 2
    return Math.round(middle * spread ** (normal * 1.7))
  }

  hex(bytes: number): string {
    let text = ''
    for (let left = bytes; left > 0; left -= 4) text += this.word().toString(16).padStart(8, '0')
    return text.slice(0, bytes * 2)
  }

  /** In the shape of the product's ids. */
  id<Id extends string>(): Id {
    for (let at = 0; at < 16; at += 4) this.#bytes.writeUInt32LE(this.word(), at)
    return toBase32hex(this.#bytes) as Id
  }
}
