import type { CurrentUser } from '@descant/contract'
import { permissionsOf } from '../../domain/access/permissions.ts'
import type { Portal } from '../../domain/portal/portal.ts'
import { fullName, type Role, type User } from '../../domain/user/user.ts'

/** What the published page calls the portal of a token that is for the whole library. */
const mainLibrary = { portalId: 'main', portalName: 'Main Library' } as const

/** #2. `permissions` are those of the token, which may have less than the user. */
export const presentCurrentUser = (user: User, role: Role, portal: Portal | null): CurrentUser => ({
  userId: user.email,
  name: fullName(user),
  firstName: user.firstName,
  lastName: user.lastName,
  email: user.email,
  ...(portal === null ? mainLibrary : { portalId: portal.id, portalName: portal.name }),
  permissions: permissionsOf(role),
})
