import type { NewChange } from '../change/change.ts'
import { Invalid, NotAllowed, NotFound } from '../domain-error.ts'
import { tellPortals } from '../portal/tell-portals.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import type { Collection, CollectionId } from './collection.ts'
import { checkDescription, checkedCollectionName } from './collection-rules.ts'
import { type CollectionTree, collectionTree, type PlacedCollection } from './collection-tree.ts'

/** What is absent stays as it is. `parentId: null` is the library's root. */
export type CollectionEdit = { name?: string; description?: string; parentId?: CollectionId | null }

/**
 * Renames, describes or moves a folder or an album; everything below it goes along. Transactions of a library come one
 * after another, so that two moves at once make no circle either.
 */
export async function changeCollection(
  { library, clock }: { library: Library; clock: Clock },
  { id, kind, edit }: { id: CollectionId; kind: Collection['kind']; edit: CollectionEdit },
): Promise<void> {
  const given = edit.name === undefined ? {} : { name: checkedCollectionName(edit.name, kind) }
  if (edit.description !== undefined) checkDescription(edit.description)
  const time = clock.now()

  await library.transaction(async (stores) => {
    const { collections } = stores
    const tree = collectionTree(await collections.all(), new Map())
    const before = tree.find(id)
    if (before?.kind !== kind) throw new NotFound(`${kind} ${id}`)
    const { path: _path, size: _size, ...known } = before
    const edited: Collection = { ...known, ...edit, ...given }
    const [isRenamed, isMoved] = [edited.name !== before.name, edited.parentId !== before.parentId]
    if (!isRenamed && !isMoved && edited.description === before.description) return

    if ((isRenamed || isMoved) && library.part?.chosen.includes(id)) {
      throw new NotAllowed(`What was chosen for the portal is renamed and moved in the library, not in the portal`)
    }
    if (isMoved) checkDestination(tree, before, edited.parentId)

    const below = isRenamed || isMoved ? tree.under(id) : []
    const albums = [before, ...tree.under(id)].filter((each) => each.kind === 'album').map((album) => album.id)
    const affected = isMoved ? await collections.assetsIn(albums) : []
    await tellPortals(stores, { assets: affected, time }, () => collections.update({ ...edited, modifiedAt: time }))
    // their paths are others now
    await stores.changes.append([before, ...below].map((each) => changed(each, time)))
  })
}

function checkDestination(tree: CollectionTree, moved: PlacedCollection, parentId: CollectionId | null): void {
  if (parentId === null) return
  const parent = tree.find(parentId)
  if (parent?.kind !== 'folder') throw new Invalid(`parentId: there is no folder ${parentId}`)
  if (parent.id === moved.id) throw new Invalid(`"${moved.name}" can't be moved into itself`)
  if (parent.path.some((step) => step.id === moved.id)) {
    throw new Invalid(`"${moved.name}" can't be moved into "${parent.name}", which is inside of it`)
  }
}

const changed = ({ id, kind }: Collection, time: number): NewChange => ({
  event: `${kind}.changed`,
  scheme: kind,
  id,
  time,
})
