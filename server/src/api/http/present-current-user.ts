import type { CurrentUser } from '@descant/contract'
import { permissionsOf } from '../../domain/access/permissions.ts'
import { fullName, type Role, type User } from '../../domain/user/user.ts'

/** What the published page calls the portal of a token that is for the whole library. */
const mainLibrary = { portalId: 'main', portalName: 'Main Library' } as const

/** #2. `permissions` are those of the token, which may have less than the user. */
export const presentCurrentUser = (user: User, role: Role): CurrentUser => ({
  userId: user.email,
  name: fullName(user),
  firstName: user.firstName,
  lastName: user.lastName,
  email: user.email,
  ...mainLibrary,
  permissions: permissionsOf(role),
})
