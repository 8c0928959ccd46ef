import { type CollectionTree, collectionTree } from '../collection/collection-tree.ts'
import { collectionTrees } from '../collection/collection-trees.ts'
import type { Library, LibraryStores } from '../ports/library.ts'
import type { Portal, PortalId } from './portal.ts'
import { type PortalSight, sightInto } from './portal-sight.ts'
import { storesWithin } from './stores-within.ts'

const trees = collectionTrees()
const mostOpen = 20
const opened = new WeakMap<Library, Map<PortalId, { contents: string; within: Library }>>()

/**
 * The library as it is in a portal: what lies outside is not there, to whoever reads or writes through this handle.
 * Rules never name the portal, so they can't forget it. As a rule the same handle while the portal's contents are the same.
 */
export function withinPortal(whole: Library, portal: Portal): Library {
  const portals = opened.get(whole) ?? new Map<PortalId, { contents: string; within: Library }>()
  opened.set(whole, portals)
  const contents = portal.contents.join()
  const known = portals.get(portal.id)
  const within = known?.contents === contents ? known.within : open(whole, portal)
  // what hangs on a handle in memory goes with it, so only those used last are kept
  portals.delete(portal.id)
  portals.set(portal.id, { contents, within })
  const [oldest] = portals.keys()
  if (portals.size > mostOpen && oldest !== undefined) portals.delete(oldest)
  return within
}

function open(whole: Library, portal: Portal): Library {
  const sights = new WeakMap<CollectionTree, PortalSight>()
  const look = async (): Promise<PortalSight> => {
    const tree = await trees.of(whole)
    const sight = sights.get(tree) ?? sightInto(portal, tree)
    sights.set(tree, sight)
    return sight
  }

  return {
    accountId: whole.accountId,
    stamp: () => whole.stamp(),
    part: { whole, portalId: portal.id, chosen: portal.contents, albums: async () => (await look()).albums },
    read: storesWithin(whole.read, portal.id, { look, forget: () => undefined, known: null }),
    transaction: (work) => whole.transaction((stores) => work(storesIn(stores, portal))),
    onCommit: (listener) => whole.onCommit(listener),
  }
}

/** Inside a transaction: what is in the portal by what the transaction has written so far. */
export function storesIn(stores: LibraryStores, portal: Portal): LibraryStores {
  let seen: Promise<PortalSight> | null = null
  const read = async () => sightInto(portal, collectionTree(await stores.collections.all(), new Map()))
  return storesWithin(stores, portal.id, {
    look: () => {
      seen ??= read()
      return seen
    },
    forget: () => {
      seen = null
    },
    known: new Set(),
  })
}
