import type { Dice } from './dice.ts'

/** Ranks from 0, the second half as often as the first, the third a third as often: how words are used. */
export function zipf(size: number): (dice: Dice) => number {
  const upTo = new Float64Array(size)
  let sum = 0
  for (let rank = 0; rank < size; rank++) {
    sum += 1 / (rank + 1)
    upTo[rank] = sum
  }
  return (dice) => {
    const thrown = dice.next() * sum
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((upTo[middle] ?? 0) > thrown) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Several different ranks. */
export function differentRanks(count: number, draw: () => number): number[] {
  const drawn = new Set<number>()
  for (let tries = count * 4; drawn.size < count && tries > 0; tries--) drawn.add(draw())
  return [...drawn]
}
