import type { NewChange } from '../change/change.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import type { Collection, CollectionId } from './collection.ts'
import { collectionTree } from './collection-tree.ts'

/**
 * Folders with everything inside, and albums; what lay in them stays in the library. Answers the ids of those that
 * could not be deleted because they are not there.
 */
export async function deleteCollections(
  { library, clock }: { library: Library; clock: Clock },
  asked: readonly { id: string; scheme: string }[],
): Promise<string[]> {
  const time = clock.now()
  return await library.transaction(async ({ assets, collections, changes }) => {
    const tree = collectionTree(await collections.all(), new Map())
    const going = new Map<CollectionId, Collection>()
    const missing: string[] = []
    for (const { id, scheme } of asked) {
      const there = tree.find(id)
      if (there?.kind !== scheme) missing.push(id)
      else for (const each of [there, ...tree.under(there.id)]) going.set(each.id, each)
    }

    const ids = [...going.keys()]
    const touched = await assets.touch(await collections.assetsIn(ids), time)
    await collections.delete(ids)
    await changes.append([
      ...touched.map(({ id, scheme }): NewChange => ({ event: 'asset.changed', scheme, id, time })),
      ...[...going.values()].map(({ id, kind }): NewChange => ({ event: `${kind}.deleted`, scheme: kind, id, time })),
    ])
    return missing
  })
}
