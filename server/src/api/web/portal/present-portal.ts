import type { PortalEntry } from '@descant/contract'
import { type CollectionTree, collectionTree } from '../../../domain/collection/collection-tree.ts'
import type { Portal } from '../../../domain/portal/portal.ts'
import type { LibraryStores } from '../../../domain/ports/library.ts'
import { toWireTime } from '../../http/wire-time.ts'

/** With names in the place of ids. */
export async function presentPortals(stores: LibraryStores, portals: readonly Portal[]): Promise<PortalEntry[]> {
  const tree = collectionTree(await stores.collections.all(), new Map())
  const emails = new Map((await stores.users.all()).map(({ id, email }) => [id, email]))
  const groups = new Map((await stores.groups.allWithMembers()).map(({ id, name }) => [id, name]))
  return portals.map((portal) => ({
    id: portal.id,
    kind: portal.kind,
    name: portal.name,
    contents: presentContents(portal, tree),
    users: portal.users.flatMap((id) => emails.get(id) ?? []).sort(),
    groups: portal.groups.flatMap((id) => groups.get(id) ?? []).sort(),
    created: toWireTime(portal.createdAt),
  }))
}

const presentContents = ({ contents }: Portal, tree: CollectionTree): PortalEntry['contents'] =>
  contents.flatMap((id) => {
    const found = tree.find(id)
    if (!found) return []
    const { kind, name, path } = found
    const idPath = path.map((step) => step.id).join('/')
    return [{ scheme: kind, id, name, idPath, namePath: path.map((step) => step.name).join('/') }]
  })
