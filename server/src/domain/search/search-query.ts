import type { AssetId } from '../asset/asset.ts'
import type { CollectionId } from '../collection/collection.ts'
import type { CustomFieldId } from '../custom-field/custom-field.ts'
import type { Word } from './fold-words.ts'

export const sortKeys = ['name', 'time', 'scheme', 'owner', 'size', 'created'] as const
export type SortKey = (typeof sortKeys)[number]

/** Both ends included; `null` is open. */
export type Range = { from: number | null; to: number | null }

/**
 * OR or AND over exact values, compared without regard to case. With `none`, having no value at all (`Untagged`,
 * `Unkeyworded`) is one alternative more.
 */
export type ValueFilter = { match: 'any' | 'all'; values: readonly string[]; none?: true }

export const textFields = ['filename', 'description', 'comment', 'keywords', 'author', 'tags'] as const
export type TextField = (typeof textFields)[number]

/**
 * One piece of what a person typed. Several words match one after the other in one value; of a prefix only the last
 * one goes on. Substrings are folded, white space as one space.
 */
export type Term =
  | { kind: 'word'; words: readonly Word[] }
  | { kind: 'prefix'; words: readonly Word[] }
  | { kind: 'phrase'; words: readonly Word[] }
  | { kind: 'substring'; text: string }

export type TextQuery = {
  terms: readonly Term[]
  match: 'any' | 'all'
  /** `null`: all fields together, and more than these. */
  fields: { names: readonly TextField[]; match: 'any' | 'all' } | null
  /** The whole keyword, folded, equals the whole value of a field; `terms` are empty then. */
  exact: string | null
}

/** The names of facets and of the filters that go with them. */
export const rangeFilters = [
  'fileSize',
  'created',
  'createdTime',
  'lastModified',
  'uploaded',
  'dimension',
  'resolution',
  'duration',
  'pageNumber',
] as const
export type RangeFilter = (typeof rangeFilters)[number]
export const valueFilters = [
  'scheme',
  'keywords',
  'tags',
  'storageClass',
  'owner',
  'approval',
  'orientation',
  'fileType',
] as const
export type ValueFilterName = (typeof valueFilters)[number]

/** Filters that are absent let everything through. Time ranges are Unix seconds, the upper second counts whole. */
export type SearchQuery = {
  text: TextQuery | null
  values: Partial<Record<ValueFilterName, readonly ValueFilter[]>> & { [field: CustomFieldId]: readonly ValueFilter[] }
  ranges: Partial<Record<RangeFilter, Range>> & { [field: CustomFieldId]: Range }
  /** Only assets in one of these albums; `null`: everywhere. */
  albums: readonly CollectionId[] | null
  /** What the caller may see of things not approved or expired. */
  sees: 'everything' | 'approved-and-unexpired'
  sortBy: SortKey
  ascending: boolean
  start: number
  limit: number
  facets: boolean
  /** The library's custom fields: each has a facet. */
  customFields: readonly CustomFieldId[]
  /** For expiry. */
  now: number
}

export type FacetResult =
  | { name: string; values: { value: string; count: number }[] }
  | { name: string; min: number; max: number }
  | { name: string }

export type SearchResult = { found: number; ids: AssetId[]; facets: FacetResult[] }

/**
 * A facet as answers show it, in JSON. There may be thousands of values, and whoever passes them on need not read them.
 * Never one of few words, such as `scheme`.
 */
export type WrittenFacet = { name: string; json: Uint8Array }

export type FoundFacet = FacetResult | WrittenFacet

export type FoundPage = Omit<SearchResult, 'facets'>

/**
 * A result as it comes to who asked, from wherever the index lives: the page first, so that its assets can be read while
 * facets are counted. Whoever does not await those need not care whether they fail.
 */
export type SearchAnswer = FoundPage & { facets: Promise<FoundFacet[]> }

/** Of what is known already. */
export const answered = ({ facets, ...page }: FoundPage & { facets: FoundFacet[] }): SearchAnswer => ({
  ...page,
  facets: Promise.resolve(facets),
})
