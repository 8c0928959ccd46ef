import { NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import type { Collection, CollectionId } from './collection.ts'
import { checkDescription, checkedCollectionName, nameInUse } from './collection-rules.ts'
import type { CollectionStore } from './collection-store.ts'

export type NewCollection = {
  kind: Collection['kind']
  /** `null`: the library's root. */
  parentId: CollectionId | null
  name: string
  description: string
  owner: string
}

/** A folder or an album, under a folder or at the root. Names are unique among siblings of both kinds. */
export async function createCollection(
  { library, clock, ids }: { library: Library; clock: Clock; ids: Ids },
  asked: NewCollection,
): Promise<Collection> {
  const name = checkedCollectionName(asked.name, asked.kind)
  checkDescription(asked.description)

  const time = clock.now()
  return await library.transaction(async ({ collections, changes }) => {
    await checkParent(collections, asked.parentId)
    if (await collections.findChild(asked.parentId, name)) throw nameInUse(name)
    const id = await freeId(collections, ids)
    const created: Collection = { ...asked, id, name, createdAt: time, modifiedAt: time }
    await collections.insert(created)
    await changes.append([{ event: `${asked.kind}.added`, scheme: asked.kind, id, time }])
    return created
  })
}

async function checkParent(collections: CollectionStore, parentId: CollectionId | null): Promise<void> {
  if (parentId === null) return
  const parent = await collections.find(parentId)
  if (parent?.kind !== 'folder') throw new NotFound(`folder ${parentId}`)
}

/** Five characters; more when ten tries in a row hit used ones, because then the short ones run out. */
async function freeId(collections: CollectionStore, ids: Ids): Promise<CollectionId> {
  for (let tries = 0; ; tries++) {
    const id = ids.newShortId(5 + Math.floor(tries / 10)) as CollectionId
    if (!(await collections.find(id))) return id
  }
}
