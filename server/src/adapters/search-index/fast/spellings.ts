import { fold } from '../../../domain/fold.ts'
import { withRoom } from './growing.ts'
import { json, type Saved, type Sections, savedJson } from './snapshot-sections.ts'

/** Values as they are written, by number; those that differ only in case are one class, which filters and facets go by. */
export class Spellings {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []
  readonly #classes = new Map<string, number>()
  readonly #folded: string[] = []
  readonly #spellings: number[][] = []
  #classOf = new Uint32Array(64)
  #rank = new Uint32Array(64)
  #ranked = 0
  #letters = 0

  get count(): number {
    return this.#texts.length
  }

  get classCount(): number {
    return this.#folded.length
  }

  get memoryBytes(): number {
    return this.#texts.length * 180 + this.#letters * 3
  }

  numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#texts.push(text) - 1
    this.#numbers.set(text, number)
    this.#letters += text.length
    const folded = fold(text)
    let ofClass = this.#classes.get(folded)
    if (ofClass === undefined) {
      ofClass = this.#folded.push(folded) - 1
      this.#classes.set(folded, ofClass)
      this.#spellings.push([])
    }
    this.#spellings[ofClass]?.push(number)
    this.#classOf = withRoom(this.#classOf, number + 1)
    this.#classOf[number] = ofClass
    return number
  }

  /** -1: nothing is written so. */
  find(text: string): number {
    return this.#numbers.get(text) ?? -1
  }

  /** -1: no value is this one when folded. */
  findClass(folded: string): number {
    return this.#classes.get(folded) ?? -1
  }

  classOf(number: number): number {
    return this.#classOf[number] as number
  }

  textOf(number: number): string {
    return this.#texts[number] as string
  }

  foldedOf(ofClass: number): string {
    return this.#folded[ofClass] as string
  }

  /** What was counted by spelling, by class instead: the most first, then by the folded form; as the first spelling of it. */
  listed(
    counts: ArrayLike<number>,
    wanted: (folded: string) => boolean = () => true,
  ): { value: string; count: number }[] {
    const rank = this.#ranks()
    const classes = this.#folded.length
    // count and rank in one number, so that they are sorted as numbers
    const ranks = 2 ** (32 - Math.clz32(classes))
    const most = 2 ** 53 / ranks - 1
    const keys = new Float64Array(classes)
    let used = 0
    for (let at = 0; at < classes; at++) {
      const sum = this.#sumOf(at, counts)
      // the empty value is none
      if (sum > 0 && this.#folded[at] !== '' && wanted(this.#folded[at] as string))
        keys[used++] = (most - sum) * ranks + (rank[at] as number)
    }
    const byRank = this.#byRank
    return Array.from(keys.subarray(0, used).sort(), (key) => {
      const ofClass = byRank[key % ranks] as number
      return { value: this.#firstOf(ofClass, counts), count: this.#sumOf(ofClass, counts) }
    })
  }

  save(name: string): Sections {
    return [json(`${name}.texts`, this.#texts)]
  }

  load(name: string, saved: Saved): void {
    for (const text of savedJson(saved, `${name}.texts`) as string[]) this.numberOf(text)
  }

  #sumOf(ofClass: number, counts: ArrayLike<number>): number {
    const spellings = this.#spellings[ofClass] as number[]
    let sum = 0
    for (const number of spellings) sum += counts[number] ?? 0
    return sum
  }

  #firstOf(ofClass: number, counts: ArrayLike<number>): string {
    const spellings = this.#spellings[ofClass] as number[]
    let first: string | undefined
    for (const number of spellings) {
      const text = this.#texts[number] as string
      if ((counts[number] ?? 0) > 0 && (first === undefined || text < first)) first = text
    }
    return first ?? ''
  }

  #byRank = new Uint32Array(0)

  /** The place of each class among the folded forms. */
  #ranks(): Uint32Array {
    const classes = this.#folded.length
    if (this.#ranked === classes) return this.#rank
    const folded = this.#folded
    const compare = (a: number, b: number) => ((folded[a] as string) < (folded[b] as string) ? -1 : 1)
    const added = Array.from({ length: classes - this.#ranked }, (_, at) => this.#ranked + at).sort(compare)
    const merged = new Uint32Array(classes)
    let [old, fresh] = [0, 0]
    for (let at = 0; at < classes; at++) {
      const next = added[fresh]
      const known = this.#byRank[old]
      const takeOld = next === undefined || (known !== undefined && compare(known, next) < 0)
      merged[at] = (takeOld ? known : next) as number
      if (takeOld) old++
      else fresh++
    }
    this.#byRank = merged
    this.#rank = new Uint32Array(classes)
    for (let at = 0; at < classes; at++) this.#rank[merged[at] as number] = at
    this.#ranked = classes
    return this.#rank
  }
}
