import { followChanges } from '../change/follow-changes.ts'
import type { Library } from '../ports/library.ts'
import { type CollectionTree, collectionTree } from './collection-tree.ts'

/** The collection tree of each library, kept until something in it changes: every list needs it for every hit. */
export type CollectionTrees = { of(library: Library): Promise<CollectionTree> }

export function collectionTrees(): CollectionTrees {
  const trees = new WeakMap<Library, { tree: Promise<CollectionTree> | null }>()
  const follow = followChanges((library, happened) => {
    const kept = trees.get(library)
    if (kept && (happened === 'anything' || happened.some(({ event }) => !leavesTreeAlone.has(event)))) kept.tree = null
  })

  return {
    async of(library) {
      await follow(library)
      const kept = trees.get(library) ?? { tree: null }
      trees.set(library, kept)
      kept.tree ??= readTree(library).catch((error: unknown) => {
        kept.tree = null
        throw error
      })
      return await kept.tree
    },
  }
}

/** What happens to an asset where it stays in its albums; putting it into one is a change of the album too. */
const leavesTreeAlone: ReadonlySet<string> = new Set([
  'asset.changed',
  'asset.keyword.added',
  'asset.keyword.removed',
  'asset.expired',
  'portal.gained',
  'portal.lost',
  'settings.changed',
  'index.asked',
  'index.doubted',
])

async function readTree({ read }: Library): Promise<CollectionTree> {
  return collectionTree(await read.collections.all(), await read.collections.albumSizes())
}
