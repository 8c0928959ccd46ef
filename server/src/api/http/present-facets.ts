import type { Facet } from '@descant/contract'
import type { FacetResult } from '../../domain/search/search-query.ts'

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
