import { readFacet } from '../../api/http/present-facets.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import { fold } from '../../domain/fold.ts'
import type { Library } from '../../domain/ports/library.ts'
import { SearchUnavailable } from '../../domain/search/search-unavailable.ts'
import type { Adapters } from '../choose-adapters.ts'
import type { Finding } from './finding.ts'

type Searching = Pick<Adapters, 'searches' | 'clock'>

const tries = 5

/** What is counted as it changes, and what search finds, against the assets themselves. */
export async function compareCounts(library: Library, searching: Searching): Promise<Finding[]> {
  for (let left = tries; left > 0; left -= 1) {
    const before = await library.read.changes.lastSeq()
    const findings = await compareOnce(library, searching)
    // counts that were read while somebody wrote may differ, and mean nothing
    if (findings.length === 0 || (await library.read.changes.lastSeq()) === before) return findings
  }
  return [
    {
      kind: 'not-compared',
      subject: 'counts',
      detail: 'the library was changed all the time: try again when it rests',
    },
  ]
}

async function compareOnce(library: Library, searching: Searching): Promise<Finding[]> {
  const actual = await countAssets(library)
  const found = await searchAll(library, searching)
  const findings: Finding[] = []
  const compare = (what: string, counted: number, really: number) => {
    if (counted !== really)
      findings.push({ kind: 'count', subject: what, detail: `counted ${counted}, and it is ${really}` })
  }

  if (found) compare('assets in the search index', found.assets, actual.assets)
  for (const { name, assets } of await library.read.keywords.allWithUse()) {
    compare(`assets with the keyword ${name}`, assets, actual.keywords.get(fold(name)) ?? 0)
    if (!found) continue
    compare(
      `keyword ${name} in the search index`,
      found.keywords.get(fold(name)) ?? 0,
      actual.keywords.get(fold(name)) ?? 0,
    )
  }
  const sizes = await library.read.collections.albumSizes()
  for (const { id, kind, name } of await library.read.collections.all()) {
    if (kind === 'album') compare(`assets in the album ${name} (${id})`, sizes.get(id) ?? 0, actual.albums.get(id) ?? 0)
  }
  return findings
}

async function countAssets({ read }: Library) {
  const counted = { assets: 0, keywords: new Map<string, number>(), albums: new Map<string, number>() }
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1)
  let after: AssetId | null = null
  for (;;) {
    const ids: AssetId[] = await read.assets.idsAfter(after, 1000)
    after = ids.at(-1) ?? null
    if (after === null) return counted
    for (const asset of await read.assets.findMany(ids)) {
      counted.assets += 1
      for (const keyword of asset.keywords) add(counted.keywords, fold(keyword))
      for (const album of asset.albumIds) add(counted.albums, album)
    }
  }
}

/** `null`: there is no index, which is a finding of its own. */
async function searchAll(library: Library, { searches, clock }: Searching) {
  const result = await searches
    .search(library, {
      ...{ text: null, values: {}, ranges: {}, albums: null, sees: 'everything', facets: true },
      ...{ sortBy: 'time', ascending: true, start: 0, limit: 1, now: clock.now() },
    })
    .catch(unlessUnavailable)
  if (result === null) return null
  const facet = (await result.facets).find(({ name }) => name === 'keywords')
  const { value = [], counts = [] } = readFacet(facet ?? { name: 'keywords' })
  return { assets: result.found, keywords: new Map(value.map((each, at) => [fold(each), counts[at] ?? 0])) }
}

function unlessUnavailable(error: unknown): null {
  if (error instanceof SearchUnavailable) return null
  throw error
}
