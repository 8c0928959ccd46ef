import type { Bits } from './bits.ts'

/** Sets to work in, used again: making one of a million slots anew costs more than what is done with it. */
export class ScratchSets {
  #free: Bits[] = []
  #words = 0

  get memoryBytes(): number {
    return this.#free.length * this.#words * 4
  }

  /** From now on sets have room for so many words. */
  resize(words: number): void {
    if (words === this.#words) return
    this.#words = words
    this.#free = []
  }

  /** Gives an empty set to `work`, and takes it back after it. */
  with<T>(work: (set: Bits) => T): T {
    const set = this.#free.pop()?.fill(0) ?? new Uint32Array(this.#words)
    try {
      return work(set)
    } finally {
      this.#free.push(set)
    }
  }
}
