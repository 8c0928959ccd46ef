import { followChanges } from '../change/follow-changes.ts'
import type { Library } from '../ports/library.ts'
import type { Role } from '../user/user.ts'
import type { CollectionId } from './collection.ts'
import type { HiddenSizes } from './collection-store.ts'
import { type CollectionTree, collectionTree } from './collection-tree.ts'

/** The collection tree of each library, kept until something in it changes: every list needs it for every hit. */
export type CollectionTrees = {
  of(library: Library): Promise<CollectionTree>
  /** Sizes of albums count only what this role sees at that time, in ms. The same tree as long as it says the same. */
  seenBy(role: Role, library: Library, now: number): Promise<CollectionTree>
}

type Kept = { tree: Promise<CollectionTree> | null; forConsumers: Promise<ForConsumers> | null; isOutdated: boolean }
type ForConsumers = { base: CollectionTree; hidden: HiddenSizes; tree: CollectionTree }

export function collectionTrees(): CollectionTrees {
  const trees = new WeakMap<Library, Kept>()
  const follow = followChanges((library, happened) => {
    const kept = trees.get(library)
    if (!kept) return
    kept.isOutdated = true
    if (happened === 'anything' || happened.some(({ event }) => !leavesTreeAlone.has(event))) kept.tree = null
  })

  async function keptOf(library: Library): Promise<Kept & { tree: Promise<CollectionTree> }> {
    await follow(library)
    const kept = trees.get(library) ?? { tree: null, forConsumers: null, isOutdated: true }
    trees.set(library, kept)
    kept.tree ??= readTree(library).catch((error: unknown) => {
      kept.tree = null
      throw error
    })
    return kept as Kept & { tree: Promise<CollectionTree> }
  }

  return {
    async of(library) {
      return await (await keptOf(library)).tree
    },

    async seenBy(role, library, now) {
      const kept = await keptOf(library)
      const base = await kept.tree
      if (role !== 'consumer') return base
      for (;;) {
        const counting = kept.forConsumers
        const last = counting && (await counting)
        if (kept.forConsumers !== counting) continue // somebody else began to count meanwhile
        if (last?.base === base && !kept.isOutdated && !isOver(last, now)) return last.tree

        // what is told while it is counted outdates it again
        kept.isOutdated = false
        kept.forConsumers = count(library, { base, last, now }).catch((error: unknown) => {
          kept.forConsumers = null
          throw error
        })
        return (await kept.forConsumers).tree
      }
    },
  }
}

const isOver = ({ hidden: { until } }: ForConsumers, now: number): boolean => until !== null && until <= now

/** Without anything new to say it is the tree of before, so that what was made with it still holds. */
async function count(
  library: Library,
  { base, last, now }: { base: CollectionTree; last: ForConsumers | null; now: number },
): Promise<ForConsumers> {
  const hidden = await library.read.collections.hiddenSizes(now)
  const isSame = last?.base === base && saysTheSame(last.hidden.sizes, hidden.sizes)
  return { base, hidden, tree: isSame ? last.tree : await readTree(library, hidden.sizes) }
}

const saysTheSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([id, size]) => b.get(id) === size)

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

async function readTree(
  { read }: Library,
  hidden: ReadonlyMap<CollectionId, number> = new Map(),
): Promise<CollectionTree> {
  const sizes = await read.collections.albumSizes()
  const seen = new Map(Array.from(sizes, ([id, size]) => [id, Math.max(0, size - (hidden.get(id) ?? 0))]))
  return collectionTree(await read.collections.all(), seen)
}
