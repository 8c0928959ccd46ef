import type { Asset, AssetId } from '../../src/domain/asset/asset.ts'
import type { Library } from '../../src/domain/ports/library.ts'
import { parseSearch } from '../../src/domain/search/parse-search.ts'
import type { SearchAnswer } from '../../src/domain/search/search-query.ts'
import type { Searches } from '../../src/domain/search/searches.ts'
import { someAsset } from './made-up.ts'

/** Assets of these names, or more than that is said of them, in one transaction, as an import adds them. */
export async function addAssets(library: Library, given: readonly (string | Partial<Asset>)[]): Promise<AssetId[]> {
  const assets = given.map((said) => someAsset(typeof said === 'string' ? { name: said } : said))
  await library.transaction(async (stores) => {
    for (const asset of assets) await stores.assets.insert(asset)
    await stores.changes.append(
      assets.map(({ id, scheme }) => ({ event: 'asset.added' as const, id, scheme, time: Date.now() })),
    )
  })
  return assets.map(({ id }) => id)
}

export async function rename(library: Library, id: AssetId, name: string): Promise<void> {
  await library.transaction(async ({ assets, changes }) => {
    await assets.update(id, { name })
    await changes.append([{ event: 'asset.changed', id, scheme: 'image', time: Date.now() }])
  })
}

export async function trash(library: Library, id: AssetId): Promise<void> {
  await library.transaction(async ({ assets, changes }) => {
    await assets.trash(id, 3)
    await changes.append([{ event: 'asset.deleted', id, scheme: 'image', time: Date.now() }])
  })
}

/** Of everything there is, in the words of the published page. */
export const search = (searches: Searches, library: Library, wire = ''): Promise<SearchAnswer> =>
  searches.search(library, { ...parseSearch(wire), albums: null, sees: 'everything', now: 0 })

export async function namesFound(searches: Searches, library: Library, wire = ''): Promise<string[]> {
  const { ids } = await search(searches, library, wire)
  return (await library.read.assets.findMany(ids)).map(({ name }) => name).sort()
}
