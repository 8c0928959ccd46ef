import { NotFound } from '../domain-error.ts'
import type { Library, LibraryStores } from '../ports/library.ts'
import { requireOtherAdministrator } from './last-administrator.ts'
import type { User, UserId } from './user.ts'

/** Keeps a user out, and ends every session and token at once. The last administrator stays. */
export function suspendUser({ library }: { library: Library }, userId: UserId): Promise<User> {
  return library.transaction(async (stores) => {
    const user = await found(stores, userId)
    if (user.suspended) return user
    await requireOtherAdministrator(stores, user, 'suspended')
    const suspended = { ...user, suspended: true, credentialsVersion: user.credentialsVersion + 1 }
    await stores.users.update(suspended)
    return suspended
  })
}

/** Lets the user in again, who has to sign in anew: what was ended stays ended. */
export function reinstateUser({ library }: { library: Library }, userId: UserId): Promise<User> {
  return library.transaction(async (stores) => {
    const reinstated = { ...(await found(stores, userId)), suspended: false }
    await stores.users.update(reinstated)
    return reinstated
  })
}

async function found({ users }: LibraryStores, userId: UserId): Promise<User> {
  const user = await users.find(userId)
  if (!user) throw new NotFound('such user')
  return user
}
