import { type SortKey, sortKeys } from '../../../domain/search/search-query.ts'
import { atOnce } from './at-once.ts'
import { BlockedOrder } from './blocked-order.ts'
import type { Hits } from './hits.ts'
import type { IdTable } from './id-table.ts'
import type { SlotColumns } from './slot-columns.ts'
import {
  copied,
  json,
  type Saved,
  type Sections,
  savedFloat64,
  savedJson,
  savedUint32,
  section,
} from './snapshot-sections.ts'
import { sortById, sortByNumber } from './sort-slots.ts'
import { TextLabels } from './text-labels.ts'

type TextKey = 'name' | 'owner'
type Made = { key: SortKey; ascending: boolean; order: BlockedOrder }
export type SortTexts = Record<TextKey, (slot: number) => string>

/**
 * All slots in each order: made beforehand or at the first asking, then kept as slots come and go. Ties break by id in
 * both directions, so each direction is an order of its own.
 */
export class SortOrders {
  readonly #ids: IdTable
  readonly #columns: SlotColumns
  readonly #texts: SortTexts
  /** The slots there are, when an order is made. */
  readonly #slots: () => Uint32Array
  /** But for texts ascending, in which order their labels are. */
  readonly #made: Made[] = []
  readonly #labels = new Map<TextKey, TextLabels>()

  constructor(ids: IdTable, columns: SlotColumns, texts: SortTexts, slots: () => Uint32Array) {
    this.#ids = ids
    this.#columns = columns
    this.#texts = texts
    this.#slots = slots
  }

  get memoryBytes(): number {
    const orders = this.#made.reduce((sum, { order }) => sum + order.memoryBytes, 0)
    return [...this.#labels.values()].reduce((sum, labels) => sum + labels.memoryBytes, orders)
  }

  page(key: SortKey, ascending: boolean, hits: Hits, all: number, start: number, limit: number): number[] {
    return this.#orderBy(key, ascending).page(hits, all, start, limit)
  }

  add(slot: number): void {
    for (const labels of this.#labels.values()) labels.add(slot)
    for (const { order } of this.#made) order.insert(slot)
  }

  remove(slot: number): void {
    for (const { order } of this.#made) order.remove(slot)
    for (const labels of this.#labels.values()) labels.remove(slot)
  }

  /** Makes every order there may be. */
  *prepare(): Generator<void> {
    let byId: Uint32Array | null = null
    for (const key of sortKeys) {
      for (const ascending of [true, false]) {
        if (this.#find(key, ascending) !== undefined) continue
        byId ??= yield* sortById(this.#slots(), this.#ids)
        yield* this.#make(key, ascending, byId)
        yield
      }
    }
  }

  save(): Sections {
    return [
      json(
        'orders.made',
        this.#made.map(({ key, ascending }) => ({ key, ascending })),
      ),
      json('orders.labelled', [...this.#labels.keys()]),
      ...this.#made.map(({ order }, at) => section(`orders.${at}`, order.sorted())),
      ...Array.from(this.#labels, ([name, { labels, order }]) => [
        copied(`orders.labels.${name}`, labels),
        section(`orders.labels.${name}.sorted`, order.sorted()),
      ]).flat(),
    ]
  }

  load(saved: Saved): void {
    for (const name of savedJson(saved, 'orders.labelled') as TextKey[]) {
      const labels = this.#emptyLabels(name)
      labels.load(savedFloat64(saved, `orders.labels.${name}`), savedUint32(saved, `orders.labels.${name}.sorted`))
      this.#labels.set(name, labels)
    }
    for (const [at, { key, ascending }] of (savedJson(saved, 'orders.made') as Omit<Made, 'order'>[]).entries()) {
      if (!sortKeys.includes(key)) continue
      const order = this.#emptyOrder(key, ascending)
      order.fill(savedUint32(saved, `orders.${at}`))
      this.#made.push({ key, ascending, order })
    }
  }

  #orderBy(key: SortKey, ascending: boolean): BlockedOrder {
    return this.#find(key, ascending) ?? atOnce(this.#make(key, ascending, this.#byId()))
  }

  #find(key: SortKey, ascending: boolean): BlockedOrder | undefined {
    if (ascending && isText(key)) return this.#labels.get(key)?.order
    return this.#made.find((made) => made.key === key && made.ascending === ascending)?.order
  }

  *#make(key: SortKey, ascending: boolean, byId: Uint32Array): Generator<void, BlockedOrder> {
    if (isText(key)) {
      const labels = this.#labels.get(key) ?? (yield* this.#makeLabels(key, byId))
      if (ascending) return labels.order
    }
    const order = this.#emptyOrder(key, ascending)
    const numbers = this.#numbers(key)
    const doubles = numbers instanceof Float64Array ? numbers : new Float64Array(numbers)
    // the sort is stable, so ties are by id
    order.fill(yield* sortByNumber(byId, doubles, ascending))
    this.#made.push({ key, ascending, order })
    return order
  }

  #emptyOrder(key: SortKey, ascending: boolean): BlockedOrder {
    const sign = ascending ? 1 : -1
    const compare = (a: number, b: number) => {
      const numbers = this.#numbers(key)
      return sign * ((numbers[a] as number) - (numbers[b] as number)) || this.#ids.compare(a, b)
    }
    return new BlockedOrder(compare, { pages: true })
  }

  #numbers(key: SortKey): Float64Array | Uint8Array {
    const { numbers, scheme } = this.#columns
    switch (key) {
      case 'name':
      case 'owner':
        return this.#labelsOf(key).labels
      case 'time':
        return numbers.modifiedAt
      case 'created':
        return numbers.createdAt
      case 'size':
        return numbers.size
      case 'scheme':
        return scheme
    }
  }

  #labelsOf(name: TextKey): TextLabels {
    return this.#labels.get(name) ?? atOnce(this.#makeLabels(name, this.#byId()))
  }

  *#makeLabels(name: TextKey, byId: Uint32Array): Generator<void, TextLabels> {
    const labels = this.#emptyLabels(name)
    yield* labels.fill(byId)
    this.#labels.set(name, labels)
    return labels
  }

  #emptyLabels(name: TextKey): TextLabels {
    return new TextLabels(this.#texts[name], (a, b) => this.#ids.compare(a, b))
  }

  #byId(): Uint32Array {
    return atOnce(sortById(this.#slots(), this.#ids))
  }
}

const isText = (key: SortKey): key is TextKey => key === 'name' || key === 'owner'
