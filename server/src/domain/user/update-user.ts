import { Invalid, NotFound } from '../domain-error.ts'
import type { Library } from '../ports/library.ts'
import { groupsNamed } from './change-group.ts'
import { checkedNames } from './create-user.ts'
import { keptEmail } from './email-address.ts'
import { requireOtherAdministrator } from './last-administrator.ts'
import { requireFreeSeat } from './seats.ts'
import type { Role, User } from './user.ts'

export type UserChanges = {
  firstName?: string | undefined
  lastName?: string | undefined
  role?: Role | undefined
  suspended?: boolean | undefined
  mayAccessMainLibrary?: boolean | undefined
  /** Names of groups, instead of those the user is in. */
  groups?: readonly string[] | undefined
}

/**
 * What is absent stays as it is. Suspending ends every session and token at once; whoever is let in again signs in
 * anew. Nobody takes rights from themselves: a slip would lock them out.
 */
export async function updateUser(
  { library }: { library: Library },
  { email, by, changes }: { email: string; by: User; changes: UserChanges },
): Promise<User> {
  return await library.transaction(async (stores) => {
    const user = await stores.users.findByEmail(keptEmail(email))
    if (!user) throw new NotFound(`user ${email}`)
    const { groups, ...fields } = changes
    const changed: User = { ...user, ...given(fields), ...checkedNames({ ...user, ...given(fields) }) }
    if (user.id === by.id && (changed.role !== user.role || changed.suspended || !changed.mayAccessMainLibrary)) {
      throw new Invalid('You can’t take rights from yourself')
    }
    if (changed.suspended && !user.suspended) {
      await requireOtherAdministrator(stores, user, 'suspended')
      changed.credentialsVersion++
    }
    if (changed.role !== 'admin') await requireOtherAdministrator(stores, user, 'made less')
    if (!changed.suspended && (user.suspended || changed.role !== user.role)) {
      await requireFreeSeat(stores, changed.role, user.id)
    }
    await stores.users.update(changed)
    if (groups !== undefined) await stores.groups.setGroupsOf(user.id, await groupsNamed(stores, groups))
    return changed
  })
}

const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>
  }
