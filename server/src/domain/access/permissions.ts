import type { Role } from '../user/user.ts'

const consumer = ['download'] as const
const contributor = [...consumer, 'upload', 'edit', 'organize', 'share', 'keywords'] as const
const admin = [...contributor, 'manageUsers', 'manageSettings'] as const

/** What a user with this role may do, in the words of `user.permissions`; `download` is the published page's own. */
const byRole = { admin, contributor, consumer } as const satisfies Record<Role, readonly string[]>

export const permissionsOf = (role: Role): string[] => [...byRole[role]]
