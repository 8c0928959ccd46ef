import type { AssetId } from '../asset/asset.ts'
import type { BriefAsset } from '../asset/brief-asset.ts'
import type { Library } from '../ports/library.ts'
import type { FoundFacet, SearchAnswer, SearchQuery } from '../search/search-query.ts'
import type { Searches } from '../search/searches.ts'
import type { Collection } from './collection.ts'
import type { CollectionTree, PlacedCollection } from './collection-tree.ts'
import { matchesFilters } from './matches-filters.ts'
import { compareBy, type Order, type Sortable, sortableCollection, sortCollections } from './sort-collections.ts'

export type FolderEntry = { asset: AssetId } | { collection: PlacedCollection }
export type FolderSearchResult = { found: number; entries: FolderEntry[]; facets: SearchAnswer['facets'] }

/**
 * Everything under a folder in one order: sub-folders, albums, and the assets of all its albums; assets alone once a
 * filter is given that only assets have.
 */
export async function searchFolder(
  { library, searches, tree }: { library: Library; searches: Searches; tree: CollectionTree },
  { folder, query }: { folder: PlacedCollection; query: Omit<SearchQuery, 'albums' | 'customFields'> },
): Promise<FolderSearchResult> {
  const under = tree.under(folder.id)
  const albums = under.filter(({ kind }) => kind === 'album').map(({ id }) => id)
  const matching = under.filter((collection) => matchesFilters(collection, query))
  const collections = sortCollections(matching, query)

  // At most all collections stand before the page's first asset, so the page's assets are in this window of theirs.
  const from = Math.max(0, query.start - collections.length)
  const window = { ...query, albums, start: from, limit: query.start - from + query.limit }
  const { found, ids, facets } = await searches.search(library, window)
  const withMore = facets.then((all) =>
    all.map((facet) => (facet.name === 'scheme' ? withCollections(facet, collections) : facet)),
  )
  withMore.catch(() => {}) // told to whoever awaits them
  // the database is asked only where folders and albums stand between the assets
  const merged =
    collections.length === 0
      ? ids.map((asset) => ({ asset }))
      : merge(collections, await library.read.assets.findBriefs(ids), query)
  const begin = query.start - Math.min(from, found)

  return {
    found: found + collections.length,
    entries: merged.slice(begin, begin + query.limit),
    facets: withMore,
  }
}

function merge(collections: readonly PlacedCollection[], assets: readonly BriefAsset[], order: Order): FolderEntry[] {
  const compare = compareBy(order)
  const keys = collections.map(sortableCollection)
  const merged: FolderEntry[] = []
  let next = 0
  for (const asset of assets) {
    const key = sortableAsset(asset)
    for (; next < collections.length && compare(keys[next] as Sortable, key) < 0; next++) {
      merged.push({ collection: collections[next] as PlacedCollection })
    }
    merged.push({ asset: asset.id })
  }
  return [...merged, ...collections.slice(next).map((collection) => ({ collection }))]
}

const sortableAsset = (asset: BriefAsset): Sortable => ({ ...asset, size: asset.current.size })

function withCollections(facet: FoundFacet, collections: readonly PlacedCollection[]): FoundFacet {
  const countOf = (value: Collection['kind']) => ({
    value,
    count: collections.filter(({ kind }) => kind === value).length,
  })
  const more = [countOf('album'), countOf('folder')].filter(({ count }) => count > 0)
  if (more.length === 0) return facet
  return { name: facet.name, values: [...('values' in facet ? facet.values : []), ...more] }
}
