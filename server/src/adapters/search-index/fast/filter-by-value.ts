import { fold } from '../../../domain/fold.ts'
import type { ValueFilter } from '../../../domain/search/search-query.ts'
import { type Bits, keepOnly } from './bits.ts'

/** What a filter of values asks of sets: who has a value, and who has none. */
export type ValueSets = { addHaving(folded: string, into: Bits): void; addWithout(into: Bits): void }

/** Takes from `hits` whatever a filter does not let through. `scratch` is a set to work in. */
export function filterByValue(
  { match, values, none }: ValueFilter,
  sets: ValueSets,
  hits: Bits,
  scratch: Bits,
  words: number,
): void {
  const wanted = values.map(fold)
  if (match === 'any') {
    scratch.fill(0, 0, words)
    for (const value of wanted) sets.addHaving(value, scratch)
    if (none) sets.addWithout(scratch)
    keepOnly(hits, scratch, words)
    return
  }
  for (const value of wanted) {
    scratch.fill(0, 0, words)
    sets.addHaving(value, scratch)
    keepOnly(hits, scratch, words)
  }
  if (!none) return
  scratch.fill(0, 0, words)
  sets.addWithout(scratch)
  keepOnly(hits, scratch, words)
}
