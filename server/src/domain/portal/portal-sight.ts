import type { Collection, CollectionId } from '../collection/collection.ts'
import type { CollectionTree, PlacedCollection } from '../collection/collection-tree.ts'

/** Which folders and albums there are in a portal at one moment. */
export type PortalSight = {
  /** As the portal has them: what was chosen stands at its root. */
  collections: ReadonlyMap<CollectionId, Collection>
  albums: ReadonlySet<CollectionId>
}

/** What was chosen, and everything under it. */
export function sightInto(
  { contents }: { contents: readonly CollectionId[] },
  tree: Pick<CollectionTree, 'find' | 'under'>,
): PortalSight {
  const collections = new Map<CollectionId, Collection>()
  for (const id of contents) {
    const chosen = tree.find(id)
    if (!chosen) continue
    for (const each of [chosen, ...tree.under(chosen.id)]) collections.set(each.id, collectionOf(each))
  }
  for (const [id, collection] of collections) {
    const { parentId } = collection
    if (parentId !== null && !collections.has(parentId)) collections.set(id, { ...collection, parentId: null })
  }
  const albums = [...collections.values()].filter(({ kind }) => kind === 'album').map(({ id }) => id)
  return { collections, albums: new Set(albums) }
}

const collectionOf = ({ path: _path, size: _size, ...collection }: PlacedCollection): Collection => collection
