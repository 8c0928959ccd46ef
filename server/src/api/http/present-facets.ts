import type { Facet } from '@descant/contract'
import type { FacetResult, SearchAnswer } from '../../domain/search/search-query.ts'
import { asWritten } from './stringify-answer.ts'

export const presentFacets = ({ facets }: Pick<SearchAnswer, 'facets'>): Facet[] =>
  facets.map((facet) => ('json' in facet ? asWritten<Facet>({ name: facet.name }, facet.json) : presentFacet(facet)))

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
