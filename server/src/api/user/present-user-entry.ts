import type { UserEntry } from '@descant/contract'
import { mayEnter, type Portal, type PortalKind } from '../../domain/portal/portal.ts'
import type { Group } from '../../domain/user/group.ts'
import type { Role, User, UserId } from '../../domain/user/user.ts'

const words: Record<Role, UserEntry['role']> = { admin: 'Admin', contributor: 'Contributor', consumer: 'Consumer' }

/** What is asked for on top; `null`: it is not. */
export type Beside = {
  groups: readonly (Group & { users: UserId[] })[]
  portals: readonly Portal[] | null
  withGroups: boolean
}

/** One user of #37. */
export function presentUserEntry(user: User, { groups, portals, withGroups }: Beside): UserEntry {
  const own = groups.filter(({ users }) => users.includes(user.id))
  const granted = (kind: PortalKind) =>
    (portals ?? []).filter((portal) => portal.kind === kind && isGranted(portal, user, own)).map(({ name }) => name)
  return {
    role: words[user.role],
    userId: user.email,
    firstName: user.firstName,
    lastName: user.lastName,
    email: user.email,
    allowAccessMainLibrary: user.mayAccessMainLibrary,
    ...(withGroups && { groups: own.map(({ name }) => name) }),
    ...(portals !== null && {
      grantedPortals: granted('portal'),
      grantedWorkspaces: granted('workspace'),
      grantedStyleGuides: granted('styleguide'),
    }),
  }
}

/** By name or in a group: that administrators may enter any is no grant. */
const isGranted = (portal: Portal, { id }: User, groups: readonly Group[]): boolean =>
  mayEnter(
    portal,
    { id, role: 'consumer' },
    groups.map((group) => group.id),
  )
