import { withRoom } from './growing.ts'
import { end, headOf, type SlotRecords, sweepRecords } from './slot-records.ts'
import { type Saved, type Sections, savedInt32, section } from './snapshot-sections.ts'
import type { Sweep } from './sweep.ts'

/** Where more of all are wanted, they are so close to each other that the machine reads ahead by itself. */
export const areFarApart = (wanted: number, all: number): boolean => wanted * 4 < all

/** Lists of the numbers of values, one after the other, each behind the head that says whose it is. */
export class ValueRecords {
  #words = Int32Array.of(end)
  #used = 0
  /** What was read ahead; nobody looks at it again, but what is not kept need not be read. */
  #firsts = new Int32Array(64)

  get memoryBytes(): number {
    return this.#words.byteLength
  }

  /** The place of its first value. */
  add(slot: number, numbers: readonly number[]): number {
    let to = this.#used
    this.#words = withRoom(this.#words, to + numbers.length + 2)
    this.#words[to++] = headOf(slot)
    const place = to
    for (const number of numbers) this.#words[to++] = number
    this.#words[to] = end
    this.#used = to
    return place
  }

  valuesAt(place: number): Int32Array {
    return this.#words.subarray(place, this.#endOf(place))
  }

  /** Reads the first `many` of places that are far apart: so memory is waited for once, not for one after the other. */
  readAhead(places: Uint32Array, many: number): void {
    this.#firsts = withRoom(this.#firsts, many)
    const [words, firsts] = [this.#words, this.#firsts]
    for (let at = 0; at < many; at++) firsts[at] = words[places[at] as number] as number
  }

  /** Adds 1 for every value at the first `many` places. */
  countAll(places: Uint32Array, many: number, counts: Uint32Array): void {
    const words = this.#words
    for (let at = 0; at < many; at++) {
      let place = places[at] as number
      for (let value = words[place] as number; value >= 0; value = words[++place] as number) {
        ;(counts[value] as number)++
      }
    }
  }

  /** Drops the records of dead slots; what is told are places of first values. */
  sweep(sweep: Sweep, { moved, dropped }: Pick<SlotRecords, 'moved' | 'dropped'>): Generator<void> {
    const records: SlotRecords = {
      words: () => this.#words,
      used: () => this.#used,
      endOf: (head) => this.#endOf(head + 1),
      moved: (slot, to) => moved(slot, to + 1),
      ...(dropped === undefined ? {} : { dropped }),
      cut: (used) => {
        this.#words[used] = end
        this.#used = used
      },
    }
    return sweepRecords(records, sweep)
  }

  save(name: string): Sections {
    return [section(`${name}.words`, this.#words.subarray(0, this.#used))]
  }

  load(name: string, saved: Saved): void {
    this.#words = savedInt32(saved, `${name}.words`)
    this.#used = this.#words.length
    this.#words = withRoom(this.#words, this.#used + 1)
    this.#words[this.#used] = end
  }

  /** Where the values end that begin at a place. */
  #endOf(place: number): number {
    let at = place
    while ((this.#words[at] as number) >= 0) at++
    return at
  }
}
