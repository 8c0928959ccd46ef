import type { Facet } from '@descant/contract'
import type { FacetResult, FoundFacet } from '../../domain/search/search-query.ts'
import { asWritten } from './stringify-answer.ts'

export const presentFacets = (facets: readonly FoundFacet[]): Facet[] =>
  facets.map((facet) => ('json' in facet ? asWritten<Facet>({ name: facet.name }, facet.json) : presentFacet(facet)))

/** What a facet says, also where it is written already. */
export const readFacet = (facet: FoundFacet): Facet =>
  'json' in facet ? (JSON.parse(Buffer.from(facet.json).toString()) as Facet) : presentFacet(facet)

/** Values and their counts side by side; bounds; or the bare name where no match has any. */
export function presentFacet(facet: FacetResult): Facet {
  if ('min' in facet) return { name: facet.name, min: facet.min, max: facet.max }
  if (!('values' in facet) || facet.values.length === 0) return { name: facet.name }
  return {
    name: facet.name,
    value: facet.values.map(({ value }) => value),
    counts: facet.values.map(({ count }) => count),
  }
}
