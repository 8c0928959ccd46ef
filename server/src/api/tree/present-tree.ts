import type { Tree, TreeNode } from '@descant/contract'
import type { CollectionId } from '../../domain/collection/collection.ts'
import type { CollectionTree } from '../../domain/collection/collection-tree.ts'
import { sortCollections } from '../../domain/collection/sort-collections.ts'
import { presentCollection } from '../http/present-collection.ts'
import type { TreeQuery } from './parse-tree-query.ts'

/** Everything under a folder, or under the root, as many layers down as asked. */
export function presentTree(
  { tree, origin }: { tree: CollectionTree; origin: string },
  root: CollectionId | null,
  query: TreeQuery,
): Tree {
  const childrenOf = (parent: CollectionId | null, layers: number): TreeNode[] =>
    sortCollections(tree.childrenOf(parent), query).map((collection) => ({
      ...presentCollection(collection, origin),
      ...(collection.kind === 'folder' && layers > 1 && { children: childrenOf(collection.id, layers - 1) }),
    }))

  return {
    sortBy: query.sortBy,
    orderBy: query.sortBy,
    sortDirection: query.ascending ? 'ascending' : 'descending',
    results: childrenOf(root, query.layers),
  }
}
