import type { Bits } from './bits.ts'
import { Postings } from './postings.ts'
import type { Saved, Sections } from './snapshot-sections.ts'
import { Spellings } from './spellings.ts'
import type { Sweep } from './sweep.ts'

/** How the values of one field are written, and of each the slots that have it in whatever spelling. */
export class ValuePostings {
  readonly spellings = new Spellings()
  readonly #postings = new Postings()

  get memoryBytes(): number {
    return this.#postings.memoryBytes + this.spellings.memoryBytes
  }

  /** The number of the value's spelling. */
  add(slot: number, value: string): number {
    const number = this.spellings.numberOf(value)
    this.#postings.add(this.spellings.classOf(number), slot)
    return number
  }

  addHaving(folded: string, into: Bits): void {
    const ofClass = this.spellings.findClass(folded)
    if (ofClass >= 0) this.#postings.addTo(ofClass, into)
  }

  sweep(sweep: Sweep): Generator<void> {
    return this.#postings.sweep(sweep)
  }

  save(name: string): Sections {
    return [...this.spellings.save(name), ...this.#postings.save(`${name}.postings`)]
  }

  endDump(): void {
    this.#postings.endDump()
  }

  load(name: string, saved: Saved): void {
    this.spellings.load(name, saved)
    this.#postings.load(`${name}.postings`, saved)
  }
}
