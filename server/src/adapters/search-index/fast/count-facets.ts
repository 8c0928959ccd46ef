import { schemes } from '../../../domain/asset/scheme.ts'
import { type CustomFieldId, kindOfField } from '../../../domain/custom-field/custom-field.ts'
import type { FacetResult, RangeFilter } from '../../../domain/search/search-query.ts'
import type { BaseSet, CountedList } from './base-set.ts'
import { type Bits, countBoth, hasBit, keepOnly, leaveOut } from './bits.ts'
import type { FieldValues, ListTotals } from './field-values.ts'
import { type Hits, hitsOf } from './hits.ts'
import type { Bounds, Measure } from './measures.ts'
import { type Filtered, measured } from './narrow.ts'
import { approvals, orientations, type SetName, storageClasses } from './slot-columns.ts'

/** Ranges of which the bounds are told. */
export const rangeFacets = [
  'created',
  'dimension',
  'duration',
  'pageNumber',
  'resolution',
  'fileSize',
  'lastModified',
  'uploaded',
] as const satisfies RangeFilter[]

/** What all hits have, and how many of them; in the order of the published page, ours after it. */
export function countFacets(
  filtered: Filtered,
  hits: Hits,
  base: BaseSet,
  customFields: readonly CustomFieldId[],
): FacetResult[] {
  const { columns, lists } = filtered
  const { words } = columns
  const counted = new Counted(filtered, hits, base)
  const few = (name: string, order: readonly SetName[]) =>
    fewWords(
      name,
      order.map((word) => [word, countIn(hits, columns.sets[word], words)]),
    )
  const many = (name: CountedList, none?: string) => {
    const { counts, without } = counted.of(name, lists[name])
    const values = lists[name].spellings.listed(counts)
    if (none !== undefined && without > 0) values.push({ value: none, count: without })
    return values.length > 0 ? { name, values } : { name }
  }
  const bounds = (name: (typeof rangeFacets)[number]) => {
    const { column, unit } = measured[name]
    const { min, max } = counted.bounds(column)
    if (!(min <= max)) return { name }
    return unit === 1 ? { name, min, max } : { name, min: Math.floor(min / unit), max: Math.floor(max / unit) }
  }
  return [
    fewWords('approval', countApprovals(filtered, hits)),
    few('scheme', schemes),
    bounds('created'),
    bounds('dimension'),
    bounds('duration'),
    many('keywords', 'Unkeyworded'),
    few('orientation', orientations),
    many('owner'),
    bounds('pageNumber'),
    bounds('resolution'),
    bounds('fileSize'),
    few('storageClass', storageClasses),
    many('tags', 'Untagged'),
    many('fileType'),
    bounds('lastModified'),
    bounds('uploaded'),
    ...customFields.map((id) => customFacet(filtered, id, counted)),
  ]
}

/** Counts over the hits; where they are most of the base, over the rest of it, taken from what the base has. */
class Counted {
  readonly #filtered: Filtered
  readonly #hits: Hits
  readonly #base: BaseSet
  readonly #byRest: boolean
  #rest: Hits | null = null

  constructor(filtered: Filtered, hits: Hits, base: BaseSet) {
    this.#filtered = filtered
    this.#hits = hits
    this.#base = base
    this.#byRest = hits.count * 2 > base.count
  }

  of(name: CountedList | CustomFieldId, field: FieldValues): ListTotals {
    if (!this.#byRest) return field.count(this.#hits)
    const totals = this.#base.totalsOf(name)
    if (this.#hits.count === this.#base.count) return totals
    this.#rest ??= this.#makeRest()
    const { counts, without } = field.count(this.#rest)
    for (let at = 0; at < counts.length; at++) counts[at] = (totals.counts[at] ?? 0) - (counts[at] as number)
    return { counts, without: totals.without - without }
  }

  /** Not every hit is looked at: where they are many, one of them is among the extremes as a rule. */
  bounds(measure: Measure): Bounds {
    const among = () => this.#filtered.measures.boundsAmong(measure, this.#hits)
    // of so few hits none is likely to be there
    if (this.#hits.count * 512 < this.#base.count) return among()
    const { min, max } = this.#base.boundsOf(measure, this.#hits.bits)
    return min === null || max === null ? among() : { min, max }
  }

  #makeRest(): Hits {
    const { words } = this.#filtered.columns
    const bits = this.#base.bits.slice(0, words)
    leaveOut(bits, this.#hits.bits, words)
    return hitsOf(bits, this.#base.count - this.#hits.count, words)
  }
}

/** Of few hits each is looked up; sets are compared whole where there are many. */
function countIn(hits: Hits, set: Bits, words: number): number {
  if (hits.count > words) return countBoth(hits.bits, set, words)
  const slots = hits.list()
  let count = 0
  for (let at = 0; at < hits.count; at++) if (hasBit(set, slots[at] as number)) count++
  return count
}

/** Of those that have expired none counts as anything else. */
function countApprovals({ columns, expired, scratch }: Filtered, hits: Hits): [string, number][] {
  const { sets, words } = columns
  const among = (some: Hits) => approvals.map((approval) => countIn(some, sets[approval], words))
  const over = countIn(hits, expired(), words)
  const counts = among(hits)
  if (over > 0) {
    scratch.with((bits) => {
      bits.set(hits.bits)
      keepOnly(bits, expired(), words)
      for (const [at, count] of among(hitsOf(bits, over, words)).entries()) (counts[at] as number) -= count
    })
  }
  return [...approvals.map((approval, at): [string, number] => [approval, counts[at] as number]), ['Expired', over]]
}

function fewWords(name: string, counted: readonly [string, number][]): FacetResult {
  const values = counted.filter(([, count]) => count > 0).map(([value, count]) => ({ value, count }))
  return values.length > 0 ? { name, values } : { name }
}

function customFacet({ custom }: Filtered, id: CustomFieldId, counted: Counted): FacetResult {
  const kind = kindOfField(id)
  if (kind === 'num' || kind === 'date') {
    const { min, max } = counted.bounds(id)
    return min <= max ? { name: id, min, max } : { name: id }
  }
  const field = custom.texts.get(id)
  if (field === undefined) return { name: id }
  const values = field.spellings.listed(counted.of(id, field).counts)
  return values.length > 0 ? { name: id, values } : { name: id }
}
