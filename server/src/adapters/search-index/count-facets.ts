import { schemes } from '../../domain/asset/scheme.ts'
import { type CustomFieldId, kindOfField } from '../../domain/custom-field/custom-field.ts'
import { fold } from '../../domain/fold.ts'
import type { FacetResult, RangeFilter } from '../../domain/search/search-query.ts'
import type { IndexedDocument } from './indexed-document.ts'
import { approvalOf, measureOf } from './match-filters.ts'
import type { Vocabulary } from './vocabulary.ts'

type Facet = { count(document: IndexedDocument): void; result(): FacetResult }

/** What all matches have, and how many of them; in the order of the published page, ours after it. */
export function openFacets(values: Vocabulary, now: number, customFields: readonly CustomFieldId[]): Facet[] {
  return [
    fewWords('approval', ['Approved', 'Pending', 'Restricted', 'Expired'], ({ document }) => approvalOf(document, now)),
    fewWords('scheme', schemes, ({ document }) => document.scheme),
    bounds('created'),
    bounds('dimension'),
    bounds('duration'),
    manyWords('keywords', values, (indexed) => indexed.keywords, 'Unkeyworded'),
    fewWords('orientation', ['Landscape', 'Portrait', 'Square'], ({ document }) => document.orientation),
    manyWords('owner', values, (indexed) => [indexed.owner]),
    bounds('pageNumber'),
    bounds('resolution'),
    bounds('fileSize'),
    fewWords('storageClass', ['standard', 'freeze'], ({ document }) => document.storageClass),
    manyWords('tags', values, (indexed) => indexed.tags, 'Untagged'),
    manyWords('fileType', values, (indexed) => [indexed.extension]),
    bounds('lastModified'),
    bounds('uploaded'),
    ...customFields.map(customFacet),
  ]
}

function bounds(name: RangeFilter | CustomFieldId): Facet {
  const measure = measureOf(name)
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  return {
    count({ document }) {
      const value = measure(document)
      if (value === null) return
      if (value < min) min = value
      if (value > max) max = value
    },
    result: () => (min <= max ? { name, min, max } : { name }),
  }
}

/** A fixed set of words, in their order. */
function fewWords<Word extends string>(
  name: string,
  order: readonly Word[],
  wordOf: (document: IndexedDocument) => Word | null,
): Facet {
  const counts = order.map(() => 0)
  return {
    count(document) {
      const word = wordOf(document)
      if (word === null) return
      const place = order.indexOf(word)
      counts[place] = (counts[place] ?? 0) + 1
    },
    result() {
      const counted = order.map((word, place) => [word, counts[place] ?? 0] as const)
      return listed(
        name,
        counted.filter(([, count]) => count > 0),
      )
    },
  }
}

/**
 * Words of the library, the most used first. Spellings that differ only in case are one value, as they are one to the
 * filter, and appear as the first of them by code point. Assets without any come last, under `none`.
 */
function manyWords(
  name: string,
  values: Vocabulary,
  numbersOf: (document: IndexedDocument) => readonly number[],
  none?: string,
): Facet {
  const counts = new Uint32Array(values.size)
  let without = 0
  return {
    count(document) {
      const numbers = numbersOf(document)
      if (numbers.length === 0) without++
      for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1
    },
    result() {
      const merged = mergeSpellings(spellingsOf(counts, values))
      return listed(name, none !== undefined && without > 0 ? [...merged, [none, without]] : merged)
    },
  }
}

function customFacet(id: CustomFieldId): Facet {
  const kind = kindOfField(id)
  return kind === 'num' || kind === 'date' ? bounds(id) : customWords(id)
}

/** The same of a custom field: few assets have it as a rule, so only what is there is counted. */
function customWords(id: CustomFieldId): Facet {
  const counts = new Map<string, number>()
  return {
    count({ document }) {
      for (const value of document.customTexts[id] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
    },
    result: () => listed(id, mergeSpellings(counts)),
  }
}

function* spellingsOf(counts: Uint32Array, values: Vocabulary): Generator<[string, number]> {
  for (const [number, count] of counts.entries()) {
    const spelling = values.textOf(number)
    if (count > 0 && spelling !== '') yield [spelling, count]
  }
}

export function mergeSpellings(counted: Iterable<[string, number]>): [string, number][] {
  const merged = new Map<string, [string, number]>()
  for (const [spelling, count] of counted) {
    const folded = fold(spelling)
    const [first, sum] = merged.get(folded) ?? [spelling, 0]
    merged.set(folded, [[spelling, first].sort()[0] ?? first, sum + count])
  }
  return [...merged]
    .sort(([a, [, many]], [b, [, more]]) => more - many || (a < b ? -1 : 1))
    .map(([, counted]) => counted)
}

const listed = (name: string, counted: readonly (readonly [string, number])[]): FacetResult =>
  counted.length > 0 ? { name, values: counted.map(([value, count]) => ({ value, count })) } : { name }
