import type { AssetId } from '../asset/asset.ts'
import { checkedLine } from '../checked-line.ts'
import type { CollectionId } from '../collection/collection.ts'
import { collectionTree } from '../collection/collection-tree.ts'
import { Invalid, NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library, LibraryStores } from '../ports/library.ts'
import type { GroupId } from '../user/group.ts'
import type { UserId } from '../user/user.ts'
import type { Portal, PortalId, PortalKind } from './portal.ts'
import { sightInto } from './portal-sight.ts'
import { tellPortals } from './tell-portals.ts'

export type PortalFields = {
  name: string
  kind: PortalKind
  /** Ids of folders and albums, or their id paths. */
  contents: readonly string[]
  users: readonly UserId[]
  groups: readonly GroupId[]
}

const most = 1000

/** A portal, workspace or style guide. What it names must be there. */
export async function createPortal(
  { library, clock, ids }: { library: Library; clock: Clock; ids: Ids },
  asked: PortalFields,
): Promise<Portal> {
  const id = `g-${ids.newHex(16)}` as PortalId
  return await library.transaction(async (stores) => {
    const portal = { id, createdAt: clock.now(), ...(await checked(stores, asked)) }
    await stores.portals.insert(portal)
    return portal
  })
}

/** Takes effect at once: on what its tokens show, and on who may use them. */
export async function updatePortal(
  { library, clock }: { library: Library; clock: Clock },
  { id, ...asked }: { id: PortalId } & Partial<PortalFields>,
): Promise<Portal> {
  return await library.transaction(async (stores) => {
    const portal = await stores.portals.find(id)
    if (!portal) throw new NotFound(`portal ${id}`)
    const changed = { ...portal, ...(await checked(stores, { ...portal, ...asked })) }
    if (portal.contents.join() === changed.contents.join()) {
      await stores.portals.update(changed)
      return changed
    }
    const assets = await assetsUnder(stores, [...portal.contents, ...changed.contents])
    await tellPortals(stores, { assets, time: clock.now() }, () => stores.portals.update(changed))
    return changed
  })
}

/** Its content stays in the library; its tokens end at once. */
export async function deletePortal({ library }: { library: Library }, id: PortalId): Promise<void> {
  await library.transaction(async ({ portals }) => {
    if (!(await portals.find(id))) throw new NotFound(`portal ${id}`)
    await portals.delete(id)
  })
}

async function assetsUnder({ collections }: LibraryStores, contents: readonly CollectionId[]): Promise<AssetId[]> {
  const tree = collectionTree(await collections.all(), new Map())
  return await collections.assetsIn([...sightInto({ contents }, tree).albums])
}

async function checked(stores: LibraryStores, asked: PortalFields): Promise<Omit<Portal, 'id' | 'createdAt'>> {
  const name = checkedLine(asked.name, { called: 'The name', to: 80 })
  if (asked.contents.length > most) throw new Invalid(`A portal has at most ${most} folders and albums`)
  const contents = [...new Set(asked.contents.map((path) => path.split('/').filter(Boolean).at(-1) ?? ''))]
  for (const id of contents) {
    if (!(await stores.collections.find(id as CollectionId))) throw new Invalid(`There is no folder or album ${id}`)
  }
  const users = [...new Set(asked.users)]
  const known = new Set((await stores.users.all()).map((user) => user.id))
  const stranger = users.find((id) => !known.has(id))
  if (stranger !== undefined) throw new Invalid(`There is no user ${stranger}`)
  const groups = [...new Set(asked.groups)]
  for (const id of groups) if (!(await stores.groups.find(id))) throw new Invalid(`There is no group ${id}`)
  return { name, kind: asked.kind, contents: contents as CollectionId[], users, groups }
}
