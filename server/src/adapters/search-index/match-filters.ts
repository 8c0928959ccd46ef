import { hasExpired } from '../../domain/asset/asset.ts'
import { type CustomFieldId, isCustomFieldId } from '../../domain/custom-field/custom-field.ts'
import { fold } from '../../domain/fold.ts'
import type { SearchDocument } from '../../domain/search/search-document.ts'
import type { RangeFilter, SearchQuery, ValueFilter, ValueFilterName } from '../../domain/search/search-query.ts'
import type { IndexedDocument } from './indexed-document.ts'

export type Matches = (document: IndexedDocument) => boolean

/** Expired counts alone, from the moment it ends. */
export const approvalOf = (document: SearchDocument, now: number): SearchDocument['approval'] | 'Expired' =>
  hasExpired(document, now) ? 'Expired' : document.approval

const seconds = (time: number): number => Math.floor(time / 1000)

/** What ranges and bounds compare; times in whole seconds, so the upper second counts whole. */
export const measures: Record<RangeFilter, (document: SearchDocument) => number | null> = {
  fileSize: (document) => document.size,
  created: (document) => seconds(document.createdAt),
  createdTime: ({ createdInFileAt }) => (createdInFileAt === null ? null : seconds(createdInFileAt)),
  lastModified: (document) => seconds(document.modifiedAt),
  uploaded: (document) => seconds(document.uploadedAt),
  dimension: (document) => document.dimension,
  resolution: (document) => document.dpi,
  duration: (document) => document.duration,
  pageNumber: (document) => document.pages,
}

export const measureOf = (name: RangeFilter | CustomFieldId): ((document: SearchDocument) => number | null) =>
  isCustomFieldId(name) ? ({ customNumbers }) => customNumbers[name] ?? null : measures[name]

/** One check per filter given; a document must pass every one. */
export function filterMatchers(query: Pick<SearchQuery, 'albums' | 'sees' | 'now' | 'values' | 'ranges'>): Matches[] {
  const { albums, now } = query
  const matchers: Matches[] = []
  if (query.sees === 'approved-and-unexpired') {
    matchers.push(({ document }) => approvalOf(document, now) === 'Approved')
  }
  if (albums !== null) {
    const wanted = new Set(albums)
    matchers.push(({ document }) => document.albums.some((album) => wanted.has(album)))
  }
  for (const [name, filters] of Object.entries(query.values)) {
    for (const filter of filters) matchers.push(valueMatcher(name as ValueFilterName | CustomFieldId, filter, now))
  }
  for (const [name, { from, to }] of Object.entries(query.ranges)) {
    const measure = measureOf(name as RangeFilter | CustomFieldId)
    matchers.push(({ document }) => {
      const value = measure(document)
      return value !== null && (from === null || value >= from) && (to === null || value <= to)
    })
  }
  return matchers
}

function valueMatcher(name: ValueFilterName | CustomFieldId, filter: ValueFilter, now: number): Matches {
  const wanted = filter.values.map(fold)
  return (indexed) => {
    const values = foldedValuesOf(indexed, name, now)
    const has = (value: string) => values.includes(value)
    if (filter.match === 'all') return wanted.every(has) && (!filter.none || values.length === 0)
    return wanted.some(has) || (filter.none === true && values.length === 0)
  }
}

function foldedValuesOf(
  indexed: IndexedDocument,
  name: ValueFilterName | CustomFieldId,
  now: number,
): readonly string[] {
  const { document } = indexed
  if (isCustomFieldId(name)) return document.customTexts[name]?.map(fold) ?? []
  switch (name) {
    case 'tags':
      return indexed.foldedTags
    case 'keywords':
      return indexed.foldedKeywords
    case 'scheme':
      return [document.scheme]
    case 'approval':
      return [fold(approvalOf(document, now))]
    case 'orientation':
      return document.orientation === null ? [] : [fold(document.orientation)]
    case 'storageClass':
      return [document.storageClass]
    case 'owner':
      return [fold(document.owner)]
    case 'fileType':
      return [fold(document.extension)]
  }
}
