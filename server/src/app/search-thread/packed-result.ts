import type { AssetId } from '../../domain/asset/asset.ts'
import type { FacetResult, SearchResult } from '../../domain/search/search-query.ts'

/** A result as few flat values: thousands of small objects would keep the thread that gets them busy for long. */
export type PackedResult = { found: number; ids: PackedTexts; facets: PackedFacet[] }

type PackedFacet =
  | { name: string; values: PackedTexts; counts: Float64Array }
  | Exclude<FacetResult, { values: unknown }>

/** One text after the other, and how long each is. */
type PackedTexts = { text: string; lengths: Uint32Array }

export const packResult = ({ found, ids, facets }: SearchResult): PackedResult => ({
  found,
  ids: packTexts(ids, (id) => id),
  facets: facets.map((facet) => ('values' in facet ? packFacet(facet) : facet)),
})

function packFacet({ name, values }: Extract<FacetResult, { values: unknown }>): PackedFacet {
  const counts = new Float64Array(values.length)
  for (let at = 0; at < values.length; at++) counts[at] = values[at]?.count ?? 0
  return { name, values: packTexts(values, ({ value }) => value), counts }
}

export const unpackResult = ({ found, ids, facets }: PackedResult): SearchResult => ({
  found,
  ids: unpackTexts(ids) as AssetId[],
  facets: facets.map((facet) =>
    'values' in facet
      ? {
          name: facet.name,
          values: unpackTexts(facet.values).map((value, at) => ({ value, count: facet.counts[at] ?? 0 })),
        }
      : facet,
  ),
})

function packTexts<Item>(items: readonly Item[], textOf: (item: Item) => string): PackedTexts {
  const lengths = new Uint32Array(items.length)
  let text = ''
  for (let at = 0; at < items.length; at++) {
    const each = textOf(items[at] as Item)
    lengths[at] = each.length
    text += each
  }
  return { text, lengths }
}

function unpackTexts({ text, lengths }: PackedTexts): string[] {
  const texts: string[] = []
  let at = 0
  for (const length of lengths) {
    texts.push(text.slice(at, at + length))
    at += length
  }
  return texts
}
