import { compareNames } from '../../../domain/search/compare-names.ts'
import { BlockedOrder } from './blocked-order.ts'
import { withRoom } from './growing.ts'
import { sortNames } from './sort-names.ts'
import { sortByNumber } from './sort-slots.ts'

const step = 2 ** 20
const labelsAtOnce = 50_000

/**
 * A number for the text of each slot, so that numbers compare as `compareNames` compares the texts: equal texts have
 * the same, and a new one gets one between its neighbours'. Orders then never compare texts.
 */
export class TextLabels {
  readonly #textOf: (slot: number) => string
  /** By label, then by id. */
  readonly order: BlockedOrder
  labels = new Float64Array(64)

  constructor(textOf: (slot: number) => string, compareIds: (a: number, b: number) => number) {
    this.#textOf = textOf
    const compare = (a: number, b: number) =>
      (this.labels[a] as number) - (this.labels[b] as number) || compareIds(a, b)
    this.order = new BlockedOrder(compare, { pages: true })
  }

  get memoryBytes(): number {
    return this.labels.byteLength + this.order.memoryBytes
  }

  /** All slots there are, by id. */
  *fill(slots: Uint32Array): Generator<void> {
    const { inOrder, areAlike } = yield* sortNames(slots.length, (at) => this.#textOf(slots[at] as number))
    this.labels = withRoom(this.labels, slots.reduce((most, slot) => Math.max(most, slot), 0) + 1)
    yield
    let label = 0
    for (let at = 0; at < inOrder.length; at++) {
      if (at % labelsAtOnce === labelsAtOnce - 1) yield
      const place = inOrder[at] as number
      if (at === 0 || !areAlike(inOrder[at - 1] as number, place)) label += step
      this.labels[slots[place] as number] = label
    }
    yield
    this.order.fill(yield* sortByNumber(slots, this.labels, true))
  }

  add(slot: number): void {
    const text = this.#textOf(slot)
    const place = this.order.firstWhere((other) => compareNames(this.#textOf(other), text) >= 0)
    const next = this.order.slotAt(place)
    const before = this.order.slotBefore(place)
    this.labels = withRoom(this.labels, slot + 1)
    if (next >= 0 && compareNames(this.#textOf(next), text) === 0) this.labels[slot] = this.labels[next] as number
    else {
      const label = this.#between(before, next)
      if (label === null) {
        this.#spread()
        this.labels[slot] = this.#between(before, next) as number
      } else this.labels[slot] = label
    }
    this.order.insert(slot)
  }

  remove(slot: number): void {
    this.order.remove(slot)
  }

  load(labels: Float64Array, sorted: Uint32Array): void {
    this.labels = withRoom(labels, 64) as Float64Array<ArrayBuffer>
    this.order.fill(sorted)
  }

  /** -1 for no neighbour; `null`: there is no number left between them. */
  #between(before: number, next: number): number | null {
    if (before < 0 && next < 0) return 0
    if (before < 0) return (this.labels[next] as number) - step
    const low = this.labels[before] as number
    if (next < 0) return low + step
    const high = this.labels[next] as number
    const middle = low + (high - low) / 2
    return middle > low && middle < high ? middle : null
  }

  /** Gives everything labels far from each other again. */
  #spread(): void {
    let label = 0
    let last = Number.NaN
    this.order.walk({ block: 0, at: 0 }, (slot) => {
      const old = this.labels[slot] as number
      if (old !== last) label += step
      last = old
      this.labels[slot] = label
      return true
    })
  }
}
