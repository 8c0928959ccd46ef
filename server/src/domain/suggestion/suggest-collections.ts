import type { CollectionTree, PlacedCollection } from '../collection/collection-tree.ts'
import { compareNames } from '../search/compare-names.ts'
import { beginsWith, foldSuggested } from '../search/suggestion.ts'

type Folded = { folded: string; collection: PlacedCollection }

const foldedNames = new WeakMap<CollectionTree, readonly Folded[]>()

/** Albums and folders of which a word begins so, the shortest way from what was typed first. */
export function suggestCollections(tree: CollectionTree, typed: string, limit: number): PlacedCollection[] {
  const prefix = foldSuggested(typed)
  const isWhole = ({ folded }: Folded) => Number(!folded.startsWith(prefix))
  return foldedNamesOf(tree)
    .filter(({ folded }) => beginsWith(folded, prefix))
    .sort((a, b) => isWhole(a) - isWhole(b) || compareNames(a.collection.name, b.collection.name))
    .slice(0, limit)
    .map(({ collection }) => collection)
}

/** Folded once for as long as the tree is the same: this is asked at every key that is pressed. */
function foldedNamesOf(tree: CollectionTree): readonly Folded[] {
  const known = foldedNames.get(tree)
  if (known) return known
  const all = tree
    .childrenOf(null)
    .flatMap((top) => (top.kind === 'folder' ? [top, ...tree.under(top.id)] : [top]))
    .map((collection) => ({ folded: foldSuggested(collection.name), collection }))
  foldedNames.set(tree, all)
  return all
}
