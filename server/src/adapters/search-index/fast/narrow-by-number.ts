import type { Range } from '../../../domain/search/search-query.ts'
import type { Bits } from './bits.ts'
import type { Limits, SparseNumbers } from './sparse-numbers.ts'

/** Takes from `hits` those whose number is not in a range of these units, or that have none. */
export function narrowByNumber(
  numbers: Float64Array | SparseNumbers | undefined,
  { range, unit }: { range: Range; unit: 1 | 1000 },
  hits: Bits,
): void {
  const limits = limitsOf(range, unit)
  if (numbers === undefined) hits.fill(0)
  else if (numbers instanceof Float64Array) keepOfColumn(numbers, limits, hits)
  else numbers.narrow(hits, limits)
}

function limitsOf({ from, to }: Range, unit: 1 | 1000): Limits {
  const [least, most] = [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY]
  if (unit === 1) return { begin: least, last: most, end: Number.POSITIVE_INFINITY }
  // told in whole units: all that is before the next one is the last
  return { begin: Math.ceil(least) * unit, last: Number.POSITIVE_INFINITY, end: (Math.floor(most) + 1) * unit }
}

function keepOfColumn(column: Float64Array, { begin, last, end }: Limits, hits: Bits): void {
  for (let at = 0; at < hits.length; at++) {
    let word = hits[at] as number
    let within = 0
    while (word !== 0) {
      const lowest = word & -word
      const value = column[(at << 5) + 31 - Math.clz32(lowest)] as number
      // what is not a number is in no range; without branches, as nobody can foretell which way they go
      within |= lowest & -(Number(value >= begin) & Number(value <= last) & Number(value < end))
      word ^= lowest
    }
    hits[at] = within
  }
}
