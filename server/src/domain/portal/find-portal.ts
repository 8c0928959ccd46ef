import type { LibraryStores } from '../ports/library.ts'
import type { User } from '../user/user.ts'
import { mayEnter, type Portal, type PortalId } from './portal.ts'

type Stores = Pick<LibraryStores, 'portals' | 'groups'>

/** The portal with this id or name; `undefined` where there is none, and where the user may not enter it. */
export async function findPortalFor(
  { portals, groups }: Stores,
  { user, reference }: { user: Pick<User, 'id' | 'role'>; reference: string },
): Promise<Portal | undefined> {
  const portal = (await portals.find(reference as PortalId)) ?? (await portals.findByName(reference))
  return portal && mayEnter(portal, user, await groups.groupsOf(user.id)) ? portal : undefined
}

/** All that the user may enter, by name. */
export async function portalsFor({ portals, groups }: Stores, user: Pick<User, 'id' | 'role'>): Promise<Portal[]> {
  const own = await groups.groupsOf(user.id)
  return (await portals.all()).filter((portal) => mayEnter(portal, user, own))
}
