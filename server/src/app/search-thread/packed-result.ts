import { presentFacet } from '../../api/http/present-facets.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import type { FacetResult, FoundFacet, FoundPage } from '../../domain/search/search-query.ts'

/** A page as few flat values: thousands of ids would keep the thread that gets them busy for long. */
export type PackedPage = { found: number; ids: PackedTexts }

/** One text after the other, and how long each is. */
type PackedTexts = { text: string; lengths: Uint32Array }

export const packPage = ({ found, ids }: FoundPage): PackedPage => ({ found, ids: packTexts(ids) })

export const unpackPage = ({ found, ids }: PackedPage): FoundPage => ({ found, ids: unpackTexts(ids) as AssetId[] })

export const writeFacets = (facets: readonly FacetResult[]): FoundFacet[] =>
  facets.map((facet) => (isOfFewWords(facet) ? facet : { name: facet.name, json: jsonOf(facet) }))

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
