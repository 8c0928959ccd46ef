import type { AssetId } from '../asset/asset.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import { documentOf } from './document-of.ts'
import { fingerprintOf } from './fingerprint-of.ts'
import type { IndexComparison } from './index-news.ts'
import type { SearchedLibrary } from './searched-library.ts'
import { changedSince, refresh, type Standing } from './take-changes.ts'

type Difference = { id: AssetId; kind: 'missing' | 'surplus' | 'differing' }

/** How to get at an index that others use and that goes on following the log. */
export type Compared = {
  /** The index as it is now, for a look that decides nothing. */
  index(): Promise<SearchIndex>
  /** While nothing is taken in. Answers nothing where there is no index just now. */
  atRest(work: (standing: Standing) => Promise<Difference[]>): Promise<Difference[]>
  /** Between slices; throws where it should not go on. */
  pause(): Promise<void>
}

const pageSize = 250
const mostExamples = 20
const mostIds = 10_000

/** The whole index against the database, in slices; whatever differs is put right. */
export async function compareIndex(library: SearchedLibrary, compared: Compared): Promise<IndexComparison> {
  const { assets } = library.read
  const seen: IndexComparison = { compared: 0, missing: 0, surplus: 0, differing: 0, examples: [] }
  const look = async (ids: readonly AssetId[]) => {
    const suspicious = (await differences(library, await compared.index(), ids)).map(({ id }) => id)
    if (suspicious.length > 0) note(seen, await putRight(library, compared, suspicious))
  }

  for (let after: AssetId | null = null; ; ) {
    const ids: AssetId[] = await assets.idsAfter(after, pageSize)
    after = ids.at(-1) ?? null
    if (after === null) break
    seen.compared += ids.length
    await look(ids)
    await compared.pause()
  }
  // every asset is in it by now: only what is too much makes another number, or what was written meanwhile
  if ((await compared.index()).size() === (await assets.count())) return seen
  for (const ids of await idsIn(await compared.index(), compared.pause)) {
    await look(ids)
    await compared.pause()
  }
  return seen
}

async function differences(
  { read }: SearchedLibrary,
  index: SearchIndex,
  ids: readonly AssetId[],
): Promise<Difference[]> {
  const present = await read.assets.findMany(ids, { withText: true })
  const right = new Map(present.map((asset) => [asset.id, fingerprintOf(documentOf(asset))]))
  const held = index.fingerprintsOf(ids)
  return ids.flatMap((id, at): Difference[] => {
    const [is, should] = [held[at] ?? null, right.get(id) ?? null]
    if (is === should) return []
    if (is === null) return [{ id, kind: 'missing' }]
    return [{ id, kind: should === null ? 'surplus' : 'differing' }]
  })
}

/** What the log tells of since is no difference: it will be taken in. */
const putRight = (library: SearchedLibrary, { atRest }: Compared, ids: readonly AssetId[]): Promise<Difference[]> =>
  atRest(async ({ index, position }) => {
    const found = await differences(library, index, ids)
    const changed = await changedSince(library, position)
    const wrong = found.filter(({ id }) => !changed.has(id))
    const wrongIds = wrong.map(({ id }) => id)
    if (wrongIds.length > 0) await refresh(library, index, wrongIds)
    return wrong
  })

function note(seen: IndexComparison, found: readonly Difference[]): void {
  for (const { id, kind } of found) {
    seen[kind]++
    if (seen.examples.length < mostExamples) seen.examples.push(id)
  }
}

/** All ids it holds, in pages to compare. */
async function idsIn(index: SearchIndex, pause: Compared['pause']): Promise<AssetId[][]> {
  const pages: AssetId[][] = []
  for (let start = 0; ; start += mostIds) {
    const { ids } = await index.search({
      ...{ text: null, values: {}, ranges: {}, albums: null, sees: 'everything', facets: false, customFields: [] },
      ...{ sortBy: 'created', ascending: true, start, limit: mostIds, now: 0 },
    })
    if (ids.length === 0) return pages
    for (let at = 0; at < ids.length; at += pageSize) pages.push(ids.slice(at, at + pageSize))
    await pause()
  }
}
