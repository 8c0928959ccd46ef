import type { NewChange } from '../change/change.ts'
import { tellPortals } from '../portal/tell-portals.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import type { Collection, CollectionId } from './collection.ts'
import { collectionTree } from './collection-tree.ts'

/** Ids of those that could not be deleted: because they are not there, or because whoever asks may not. */
export type NotDeleted = { missing: string[]; kept: string[] }

/**
 * Folders with everything inside, and albums; what lay in them stays in the library. In a portal, what was chosen for
 * it is kept, and so are the folders it lies in.
 */
export async function deleteCollections(
  { library, clock }: { library: Library; clock: Clock },
  asked: readonly { id: string; scheme: string }[],
): Promise<NotDeleted> {
  const time = clock.now()
  const chosen = new Set<string>(library.part?.chosen)
  return await library.transaction(async (stores) => {
    const { assets, collections, changes } = stores
    const tree = collectionTree(await collections.all(), new Map())
    const going = new Map<CollectionId, Collection>()
    const [missing, kept]: [string[], string[]] = [[], []]
    for (const { id, scheme } of asked) {
      const there = tree.find(id)
      if (there?.kind !== scheme) {
        missing.push(id)
        continue
      }
      const all = [there, ...tree.under(there.id)]
      if (all.some((each) => chosen.has(each.id))) kept.push(id)
      else for (const each of all) going.set(each.id, each)
    }

    const ids = [...going.keys()]
    const touched = await assets.touch(await collections.assetsIn(ids), time)
    const leaving = touched.map(({ id }) => id)
    await tellPortals(stores, { assets: leaving, time }, () => collections.delete(ids))
    await changes.append([
      ...touched.map(({ id, scheme }): NewChange => ({ event: 'asset.changed', scheme, id, time })),
      ...[...going.values()].map(({ id, kind }): NewChange => ({ event: `${kind}.deleted`, scheme: kind, id, time })),
    ])
    return { missing, kept }
  })
}
