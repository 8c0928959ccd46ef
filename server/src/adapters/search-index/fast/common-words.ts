import type { Bits } from './bits.ts'
import { Postings } from './postings.ts'
import { json, type Saved, type Sections, savedJson } from './snapshot-sections.ts'
import type { Sweep } from './sweep.ts'

/** Words and fields are numbers below these. */
const mostWords = 2 ** 26
const mostFields = 16
/** Those become common first that are the commonest. In libraries of long texts thousands would, and all their pairs. */
const mostCommon = 128

/**
 * Where common words stand: in which fields, and right before which other common ones. Of others there are so few that
 * looking at each document is quick. A word is common once more than one document in 32 has it, and what came before
 * is not noted.
 */
export class CommonWords {
  readonly #least: number
  /**
   * The first slot that is noted, by word: all that were given before are below. A lower one that is given again later
   * is not noted either.
   */
  readonly #since = new Map<number, number>()
  /** Numbers of postings by word and field, and by pair of words. */
  readonly #inField = new Map<number, number>()
  readonly #pairs = new Map<number, number>()
  readonly #postings = new Postings()
  #items = 0
  /** All slots are below. */
  #slots = 0

  /** None is common that fewer documents have. */
  constructor(least: number) {
    this.#least = least
  }

  get memoryBytes(): number {
    return this.#postings.memoryBytes + (this.#inField.size + this.#pairs.size + this.#since.size) * 50
  }

  /** A slot has the word in a field, as `count` have it in any so far. */
  note(word: number, field: number, slot: number, count: number): void {
    if (slot >= this.#slots) this.#slots = slot + 1
    const since = this.#since.get(word)
    if (since === undefined) {
      const isCommon = count >= this.#least && count * 32 > this.#slots
      if (isCommon && this.#since.size < mostCommon) this.#since.set(word, this.#slots)
    } else if (slot >= since) this.#postings.add(this.#itemOf(this.#inField, word * mostFields + field), slot)
  }

  /** In a value of the slot the second follows the first. */
  notePair(first: number, second: number, slot: number): void {
    const [left, right] = [this.#since.get(first), this.#since.get(second)]
    if (left === undefined || right === undefined || slot < left || slot < right) return
    this.#postings.add(this.#itemOf(this.#pairs, first * mostWords + second), slot)
  }

  /** From which slot on it is known in which fields the word is; `null`: it is not common. */
  knownSince(word: number): number | null {
    return this.#since.get(word) ?? null
  }

  addInField(word: number, field: number, into: Bits): void {
    const item = this.#inField.get(word * mostFields + field)
    if (item !== undefined) this.#postings.addTo(item, into)
  }

  /** The same of pairs: from which slot on all of them are added. */
  addPair(first: number, second: number, into: Bits): number | null {
    const [left, right] = [this.#since.get(first), this.#since.get(second)]
    if (left === undefined || right === undefined) return null
    const item = this.#pairs.get(first * mostWords + second)
    if (item !== undefined) this.#postings.addTo(item, into)
    return Math.max(left, right)
  }

  sweep(sweep: Sweep): Generator<void> {
    return this.#postings.sweep(sweep)
  }

  save(): Sections {
    return [
      json('common.slots', this.#slots),
      json('common.since', [...this.#since]),
      json('common.fields', [...this.#inField]),
      json('common.pairs', [...this.#pairs]),
      ...this.#postings.save('common.postings'),
    ]
  }

  endDump(): void {
    this.#postings.endDump()
  }

  load(saved: Saved): void {
    const into = (map: Map<number, number>, name: string) => {
      for (const [key, value] of savedJson(saved, name) as [number, number][]) map.set(key, value)
    }
    into(this.#since, 'common.since')
    into(this.#inField, 'common.fields')
    into(this.#pairs, 'common.pairs')
    this.#postings.load('common.postings', saved)
    this.#slots = Number(savedJson(saved, 'common.slots'))
    this.#items = this.#inField.size + this.#pairs.size
  }

  #itemOf(items: Map<number, number>, key: number): number {
    const known = items.get(key)
    if (known !== undefined) return known
    const item = this.#items++
    items.set(key, item)
    return item
  }
}
