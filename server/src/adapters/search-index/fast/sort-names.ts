import { compareNames } from '../../../domain/search/compare-names.ts'
import { OrderKeys } from './order-keys.ts'

/** Names in order, and whether two of them compare alike; by their number. */
export type SortedNames = { inOrder: Uint32Array; areAlike(a: number, b: number): boolean }

const namesAtOnce = 20_000
const keysAtOnce = 100_000
const comparisonsAtOnce = 10_000

/** As `compareNames` has them; those alike in any order. Pauses every few milliseconds for whoever has other work. */
export function* sortNames(count: number, nameAt: (number: number) => string): Generator<void, SortedNames> {
  const keys = new OrderKeys()
  const plain = new Uint32Array(count)
  const strange: number[] = []
  let plainCount = 0
  for (let number = 0; number < count; number++) {
    if (keys.add(nameAt(number))) plain[plainCount++] = number
    else strange.push(number)
    if (number % namesAtOnce === 0) yield
  }
  const byKey = plain.subarray(0, plainCount)
  yield* sortByKeys(byKey, keys)
  const sorted = yield* sortByComparing(strange, nameAt)
  const isStrange = new Set(strange)

  return {
    inOrder: yield* merge(byKey, sorted, nameAt),
    areAlike(a, b) {
      if (isStrange.has(a) || isStrange.has(b)) return compareNames(nameAt(a), nameAt(b)) === 0
      for (let chunk = 0; ; chunk++) {
        const value = keys.chunkOf(a, chunk)
        if (value !== keys.chunkOf(b, chunk)) return false
        if (value % 256 === 0) return true
      }
    },
  }
}

/** In place. Multikey quicksort by Bentley and Sedgewick, six bytes of the keys at a time. */
function* sortByKeys(numbers: Uint32Array, keys: OrderKeys): Generator<void> {
  const values = new Float64Array(numbers.length)
  /** Stretches to be sorted, by which chunk, and whether its values are there. */
  const left: { from: number; to: number; chunk: number; isRead: boolean }[] = []
  left.push({ from: 0, to: numbers.length, chunk: 0, isRead: false })
  let work = 0
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { from, to, chunk, isRead } = next
    if (to - from < 2) continue
    for (let at = from; !isRead && at < to; at++) {
      if (++work % keysAtOnce === 0) yield
      values[at] = keys.chunkOf(numbers[at] as number, chunk)
    }
    const pivot = middleOf(values[from] as number, values[(from + to) >>> 1] as number, values[to - 1] as number)
    let [less, at, more] = [from, from, to]
    while (at < more) {
      if (++work % keysAtOnce === 0) yield
      const value = values[at] as number
      if (value === pivot) at++
      else swap(value < pivot ? less++ : --more, value < pivot ? at++ : at)
    }
    left.push({ from, to: less, chunk, isRead: true }, { from: more, to, chunk, isRead: true })
    if (pivot % 256 !== 0) left.push({ from: less, to: more, chunk: chunk + 1, isRead: false })
  }

  function swap(a: number, b: number): void {
    const [value, number] = [values[a] as number, numbers[a] as number]
    values[a] = values[b] as number
    numbers[a] = numbers[b] as number
    values[b] = value
    numbers[b] = number
  }
}

const middleOf = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))

function* sortByComparing(numbers: readonly number[], nameAt: (number: number) => string): Generator<void, number[]> {
  const names = new Map(numbers.map((number) => [number, nameAt(number)]))
  const compare = (a: number, b: number) => compareNames(names.get(a) as string, names.get(b) as string)
  let sorted = [...numbers]
  let compared = 0
  for (let width = 1; width < sorted.length; width *= 2) {
    const next: number[] = []
    for (let from = 0; from < sorted.length; from += width * 2) {
      const middle = Math.min(from + width, sorted.length)
      const to = Math.min(middle + width, sorted.length)
      let [left, right] = [from, middle]
      while (left < middle && right < to) {
        if (++compared % comparisonsAtOnce === 0) yield
        const isLeft = compare(sorted[left] as number, sorted[right] as number) <= 0
        next.push(sorted[isLeft ? left++ : right++] as number)
      }
      while (left < middle) next.push(sorted[left++] as number)
      while (right < to) next.push(sorted[right++] as number)
    }
    sorted = next
  }
  return sorted
}

/** Looks for the place of each of the `few` among the `many`. */
function* merge(
  many: Uint32Array,
  few: readonly number[],
  nameAt: (number: number) => string,
): Generator<void, Uint32Array> {
  const merged = new Uint32Array(many.length + few.length)
  let from = 0
  for (const [at, number] of few.entries()) {
    if (at % 1000 === 999) yield
    const name = nameAt(number)
    let [low, high] = [from, many.length]
    // it is near the last one as a rule, where there are many
    for (let step = 1; low + step < high; step *= 2) {
      if (compareNames(nameAt(many[low + step] as number), name) > 0) high = low + step
      else low += step
    }
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compareNames(nameAt(many[middle] as number), name) > 0) high = middle
      else low = middle + 1
    }
    merged.set(many.subarray(from, low), from + at)
    merged[low + at] = number
    from = low
  }
  merged.set(many.subarray(from), from + few.length)
  return merged
}
