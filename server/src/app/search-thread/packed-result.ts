import { presentFacet } from '../../api/http/present-facets.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import type { FacetResult, SearchAnswer, SearchResult } from '../../domain/search/search-query.ts'

/** A result as few flat values: thousands of small objects would keep the thread that gets them busy for long. */
export type PackedResult = { found: number; ids: PackedTexts; facets: SearchAnswer['facets'] }

/** One text after the other, and how long each is. */
type PackedTexts = { text: string; lengths: Uint32Array }

export const packResult = ({ found, ids, facets }: SearchResult): PackedResult => ({
  found,
  ids: packTexts(ids),
  facets: facets.map((facet) => (isOfFewWords(facet) ? facet : { name: facet.name, json: jsonOf(facet) })),
})

export const unpackResult = ({ found, ids, facets }: PackedResult): SearchAnswer => ({
  found,
  ids: unpackTexts(ids) as AssetId[],
  facets,
})

/** Their values are a handful that is known beforehand, and a folder's search adds to them. */
const ofFewWords = new Set(['approval', 'scheme', 'orientation', 'storageClass'])
const isOfFewWords = (facet: FacetResult): boolean => !('values' in facet) || ofFewWords.has(facet.name)

const encoder = new TextEncoder()
/** An index that gives the same facet again has not changed it. */
const kept = new WeakMap<FacetResult, Uint8Array>()

/** What the API would write, so that nobody reads it again on the way. */
function jsonOf(facet: FacetResult): Uint8Array {
  const known = kept.get(facet)
  if (known !== undefined) return known
  const json = encoder.encode(JSON.stringify(presentFacet(facet)))
  kept.set(facet, json)
  return json
}

function packTexts(texts: readonly string[]): PackedTexts {
  const lengths = new Uint32Array(texts.length)
  for (let at = 0; at < texts.length; at++) lengths[at] = texts[at]?.length ?? 0
  return { text: texts.join(''), lengths }
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
