/** Items kept in order. Changes are noted and merged in at the next reading, so many cost little more than one. */
export class SortedOrder<Item extends object> {
  readonly #compare: (a: Item, b: Item) => number
  #sorted: readonly Item[]
  readonly #added = new Set<Item>()
  readonly #removed = new Set<Item>()

  constructor(items: Iterable<Item>, compare: (a: Item, b: Item) => number) {
    this.#compare = compare
    this.#sorted = [...items].sort(compare)
  }

  add(item: Item): void {
    this.#added.add(item)
  }

  remove(item: Item): void {
    if (!this.#added.delete(item)) this.#removed.add(item)
  }

  items(): readonly Item[] {
    if (this.#removed.size > 0) this.#sorted = this.#sorted.filter((item) => !this.#removed.has(item))
    if (this.#added.size > 0) this.#sorted = this.#merged([...this.#added].sort(this.#compare))
    this.#removed.clear()
    this.#added.clear()
    return this.#sorted
  }

  /** Comparing names is the dear part: places are found by halving, what lies between is copied. */
  #merged(added: readonly Item[]): Item[] {
    const merged: Item[] = []
    let from = 0
    for (const item of added) {
      const place = this.#placeOf(item, from)
      for (; from < place; from++) merged.push(this.#sorted[from] as Item)
      merged.push(item)
    }
    for (; from < this.#sorted.length; from++) merged.push(this.#sorted[from] as Item)
    return merged
  }

  #placeOf(item: Item, from: number): number {
    let low = from
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#compare(this.#sorted[middle] as Item, item) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
