import type { Collection, CollectionId } from './collection.ts'

/** A folder or an album with its place in the library. */
export type PlacedCollection = Collection & {
  /** From the library's root, this one last. */
  path: readonly Collection[]
  /** Folders and albums right under a folder; assets in an album. */
  size: number
}

/** All folders and albums of a library at one moment. */
export type CollectionTree = {
  find(id: string): PlacedCollection | undefined
  /** Right under a folder, or under the root, in no order. */
  childrenOf(parent: CollectionId | null): readonly PlacedCollection[]
  /** Everything under a folder, however deep, in no order; without the folder itself. */
  under(folder: CollectionId): PlacedCollection[]
}

export function collectionTree(
  collections: readonly Collection[],
  albumSizes: ReadonlyMap<CollectionId, number>,
): CollectionTree {
  const byId = new Map(collections.map((collection) => [collection.id as string, collection]))
  const children = Map.groupBy(collections, (collection) => collection.parentId)
  const placed = new Map<string, PlacedCollection>()

  const place = (collection: Collection): PlacedCollection => {
    const known = placed.get(collection.id)
    if (known) return known
    const parent = collection.parentId === null ? undefined : byId.get(collection.parentId)
    const path = [...(parent ? place(parent).path : []), collection]
    const size =
      collection.kind === 'album' ? (albumSizes.get(collection.id) ?? 0) : (children.get(collection.id)?.length ?? 0)
    const made = { ...collection, path, size }
    placed.set(collection.id, made)
    return made
  }
  const placedChildren = new Map(Array.from(children, ([parent, list]) => [parent, list.map(place)]))

  const childrenOf = (parent: CollectionId | null) => placedChildren.get(parent) ?? []
  const under = (folder: CollectionId): PlacedCollection[] =>
    childrenOf(folder).flatMap((child) => (child.kind === 'folder' ? [child, ...under(child.id)] : [child]))

  return { find: (id) => placed.get(id), childrenOf, under }
}
