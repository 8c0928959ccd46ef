import type { Collection, CollectionId } from '../../domain/collection/collection.ts'
import { createCollection } from '../../domain/collection/create-collection.ts'
import { Invalid } from '../../domain/domain-error.ts'
import { fold } from '../../domain/fold.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import type { Ids } from '../../domain/ports/ids.ts'
import type { Library } from '../../domain/ports/library.ts'

type Deps = { library: Library; clock: Clock; ids: Ids }

/** Finds albums by their way of names, and makes what is missing of it; each way once. */
export function albumFinder(deps: Deps, owner: string): (way: readonly string[]) => Promise<CollectionId> {
  const known = new Map<string, Promise<Collection>>()

  const find = (way: readonly string[], kind: Collection['kind']): Promise<Collection> => {
    const key = `${kind} ${way.map(fold).join('/')}`
    const found = known.get(key) ?? findOrMake(way, kind)
    known.set(key, found)
    return found
  }

  async function findOrMake(way: readonly string[], kind: Collection['kind']): Promise<Collection> {
    const parents = way.slice(0, -1)
    const name = way.at(-1) ?? ''
    const parentId = parents.length === 0 ? null : (await find(parents, 'folder')).id
    const there = await deps.library.read.collections.findChild(parentId, name)
    if (!there) return await createCollection(deps, { kind, parentId, name, description: '', owner })
    if (there.kind === kind) return there
    throw new Invalid(
      `${way.join('/')} is ${there.kind === 'album' ? 'an album' : 'a folder'} already, so it can't be the ${kind} that this file needs`,
    )
  }

  return async (way) => (await find(way, 'album')).id
}
