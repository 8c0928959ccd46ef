import type { Facet } from '@descant/contract'

export type FacetChoice = { value: string; count: number | null }

/** What a facet offers, most frequent first where the server counts. */
export function facetChoices(facets: Facet[], name: string): FacetChoice[] {
  const facet = facets.find((one) => one.name === name)
  const choices = (facet?.value ?? []).map((value, index) => ({ value, count: facet?.counts?.[index] ?? null }))
  return choices.sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || a.value.localeCompare(b.value))
}
