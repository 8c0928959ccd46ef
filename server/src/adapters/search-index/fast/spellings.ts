import { fold } from '../../../domain/fold.ts'
import { withRoom } from './growing.ts'
import { json, type Saved, type Sections, savedJson } from './snapshot-sections.ts'

const several = 0xffffffff

/** Values as they are written, by number; those that differ only in case are one class, which filters and facets go by. */
export class Spellings {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []
  readonly #classes = new Map<string, number>()
  readonly #folded: string[] = []
  readonly #spellings: number[][] = []
  #classOf = new Uint32Array(64)
  /** The only spelling of each class, or that there are `several`. */
  #sole = new Uint32Array(64)
  #byRank = new Uint32Array(0)
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
    const spellings = this.#spellings[ofClass] as number[]
    spellings.push(number)
    this.#sole = withRoom(this.#sole, ofClass + 1)
    this.#sole[ofClass] = spellings.length === 1 ? number : several
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
  listed(counts: Uint32Array, wanted: ((folded: string) => boolean) | null = null): { value: string; count: number }[] {
    const sums = this.#sums(counts)
    const byRank = this.#classesByRank()
    // the empty value is none
    const none = this.findClass('')
    const used = new Uint32Array(byRank.length)
    let count = 0
    for (let rank = 0; rank < byRank.length; rank++) {
      const ofClass = byRank[rank] as number
      if (sums[ofClass] === 0 || ofClass === none) continue
      if (wanted === null || wanted(this.#folded[ofClass] as string)) used[count++] = ofClass
    }
    const sorted = mostFirst(used.subarray(0, count), sums)
    const listed = new Array<{ value: string; count: number }>(count)
    for (let at = 0; at < count; at++) {
      const ofClass = sorted[at] as number
      listed[at] = { value: this.#firstOf(ofClass, counts), count: sums[ofClass] as number }
    }
    return listed
  }

  save(name: string): Sections {
    return [json(`${name}.texts`, this.#texts)]
  }

  load(name: string, saved: Saved): void {
    for (const text of savedJson(saved, `${name}.texts`) as string[]) this.numberOf(text)
  }

  #sums(counts: Uint32Array): Uint32Array {
    // where nothing is written in two ways, a spelling's number is its class's
    if (this.classCount === this.count && counts.length >= this.count) return counts
    const sums = new Uint32Array(this.#folded.length)
    const spellings = Math.min(counts.length, this.#texts.length)
    const classOf = this.#classOf
    for (let at = 0; at < spellings; at++) (sums[classOf[at] as number] as number) += counts[at] as number
    return sums
  }

  #firstOf(ofClass: number, counts: Uint32Array): string {
    const sole = this.#sole[ofClass] as number
    if (sole !== several) return this.#texts[sole] as string
    const spellings = this.#spellings[ofClass] as number[]
    let first: string | undefined
    for (const number of spellings) {
      const text = this.#texts[number] as string
      if ((counts[number] ?? 0) > 0 && (first === undefined || text < first)) first = text
    }
    return first ?? ''
  }

  /** By their folded forms. */
  #classesByRank(): Uint32Array {
    const classes = this.#folded.length
    const ranked = this.#byRank.length
    if (ranked === classes) return this.#byRank
    const folded = this.#folded
    const compare = (a: number, b: number) => ((folded[a] as string) < (folded[b] as string) ? -1 : 1)
    const added = Array.from({ length: classes - ranked }, (_, at) => ranked + at).sort(compare)
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
    return merged
  }
}

/** Stable: a radix sort, as comparing takes longer than counting did. */
function mostFirst(classes: Uint32Array, sums: Uint32Array): Uint32Array {
  let most = 0
  for (let at = 0; at < classes.length; at++) most = Math.max(most, sums[classes[at] as number] as number)
  let sorted = classes
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += 11) {
    const starts = new Uint32Array(2049)
    for (let at = 0; at < sorted.length; at++) {
      ;(starts[2048 - (((sums[sorted[at] as number] as number) >>> shift) & 2047)] as number)++
    }
    for (let at = 1; at < starts.length; at++) (starts[at] as number) += starts[at - 1] as number
    const next = new Uint32Array(sorted.length)
    for (let at = 0; at < sorted.length; at++) {
      const ofClass = sorted[at] as number
      const digit = 2047 - (((sums[ofClass] as number) >>> shift) & 2047)
      next[starts[digit] as number] = ofClass
      ;(starts[digit] as number)++
    }
    sorted = next
  }
  return sorted
}
