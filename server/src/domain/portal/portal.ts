import type { Brand } from '../brand.ts'
import type { CollectionId } from '../collection/collection.ts'
import type { GroupId } from '../user/group.ts'
import type { User, UserId } from '../user/user.ts'

/** `g-` and 32 hex. */
export type PortalId = Brand<string, 'PortalId'>

export const portalKinds = ['portal', 'workspace', 'styleguide'] as const
export type PortalKind = (typeof portalKinds)[number]

/** A named part of the library, and who may enter it besides administrators. */
export type Portal = {
  id: PortalId
  kind: PortalKind
  /** Unique without regard to case, over all kinds. */
  name: string
  /** The folders, with everything in them, and albums it shows; in the order they were chosen. */
  contents: CollectionId[]
  users: UserId[]
  groups: GroupId[]
  createdAt: number
}

/** `groups`: those the user is in. */
export const mayEnter = (
  { users, groups: granted }: Portal,
  { id, role }: Pick<User, 'id' | 'role'>,
  groups: readonly GroupId[],
): boolean => role === 'admin' || users.includes(id) || groups.some((group) => granted.includes(group))
