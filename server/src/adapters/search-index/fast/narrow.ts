import { schemes } from '../../../domain/asset/scheme.ts'
import { type CustomFieldId, isCustomFieldId } from '../../../domain/custom-field/custom-field.ts'
import { fold } from '../../../domain/fold.ts'
import type { RangeFilter, SearchQuery, ValueFilterName } from '../../../domain/search/search-query.ts'
import type { Lists } from './base-set.ts'
import { addAll, type Bits, leaveOut } from './bits.ts'
import type { CustomFields } from './custom-fields.ts'
import { filterByValue, type ValueSets } from './filter-by-value.ts'
import type { Measure, Measures } from './measures.ts'
import { narrowByNumber } from './narrow-by-number.ts'
import type { ScratchSets } from './scratch-sets.ts'
import {
  approvals,
  type NumberName,
  orientations,
  type SetName,
  type SlotColumns,
  storageClasses,
} from './slot-columns.ts'

export type Filtered = {
  columns: SlotColumns
  lists: Lists
  custom: CustomFields
  measures: Measures
  scratch: ScratchSets
  live: () => Bits
  expired: () => Bits
}

/** Times are compared, and told, in whole seconds. */
export const measured: Record<RangeFilter, { column: NumberName; unit: 1 | 1000 }> = {
  fileSize: { column: 'size', unit: 1 },
  created: { column: 'createdAt', unit: 1000 },
  createdTime: { column: 'createdInFileAt', unit: 1000 },
  lastModified: { column: 'modifiedAt', unit: 1000 },
  uploaded: { column: 'uploadedAt', unit: 1000 },
  dimension: { column: 'dimension', unit: 1 },
  resolution: { column: 'dpi', unit: 1 },
  duration: { column: 'duration', unit: 1 },
  pageNumber: { column: 'pages', unit: 1 },
}

/** Whether anything but the base decides. */
export const hasFilters = ({ text, values, ranges }: Pick<SearchQuery, 'text' | 'values' | 'ranges'>): boolean =>
  text !== null || Object.keys(values).length > 0 || Object.keys(ranges).length > 0

/** Takes from `hits` what filters of values and ranges do not let through. */
export function narrow(
  filtered: Filtered,
  { values, ranges }: Pick<SearchQuery, 'values' | 'ranges'>,
  hits: Bits,
): void {
  for (const [name, filters] of Object.entries(values)) {
    const sets = valueSets(filtered, name as ValueFilterName | CustomFieldId)
    for (const filter of filters) {
      filtered.scratch.with((scratch) => filterByValue(filter, sets, hits, scratch, hits.length))
    }
  }
  for (const [name, range] of Object.entries(ranges)) {
    const { column, unit } = measureOf(name as RangeFilter | CustomFieldId)
    narrowByNumber(filtered.measures.of(column), { range, unit }, hits)
  }
}

const measureOf = (name: RangeFilter | CustomFieldId): { column: Measure; unit: 1 | 1000 } =>
  isCustomFieldId(name) ? { column: name, unit: 1 } : measured[name]

function valueSets(filtered: Filtered, name: ValueFilterName | CustomFieldId): ValueSets {
  const { lists, custom, live } = filtered
  if (isCustomFieldId(name)) {
    const field = custom.texts.get(name)
    return {
      addHaving: (folded, into) => field?.addHaving(folded, into),
      addWithout: (into) => (field ? field.addWithout(live(), into) : addAll(into, live(), into.length)),
    }
  }
  switch (name) {
    case 'tags':
    case 'keywords':
    case 'owner':
    case 'fileType':
      return {
        addHaving: (folded, into) => lists[name].addHaving(folded, into),
        addWithout: (into) => lists[name].addWithout(live(), into),
      }
    case 'scheme':
      return fewSets(filtered, schemes, (word) => word)
    case 'storageClass':
      return fewSets(filtered, storageClasses, (word) => word)
    case 'orientation':
      return fewSets(filtered, orientations, fold)
    case 'approval':
      return approvalSets(filtered)
  }
}

function fewSets(
  { columns, live }: Filtered,
  words: readonly SetName[],
  spelled: (word: SetName) => string,
): ValueSets {
  return {
    addHaving(folded, into) {
      const word = words.find((one) => spelled(one) === folded)
      if (word !== undefined) addAll(into, columns.sets[word], into.length)
    },
    addWithout(into) {
      const without = live().slice()
      for (const word of words) leaveOut(without, columns.sets[word], without.length)
      addAll(into, without, without.length)
    },
  }
}

/** Expired counts alone. */
const approvalSets = ({ columns, expired }: Filtered): ValueSets => ({
  addHaving(folded, into) {
    if (folded === 'expired') addAll(into, expired(), into.length)
    const approval = approvals.find((one) => fold(one) === folded)
    if (approval === undefined) return
    const [set, over] = [columns.sets[approval], expired()]
    for (let at = 0; at < into.length; at++) (into[at] as number) |= (set[at] as number) & ~(over[at] as number)
  },
  addWithout() {},
})
