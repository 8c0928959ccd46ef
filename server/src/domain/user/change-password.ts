import { NotFound } from '../domain-error.ts'
import type { Library } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import { checkedPassword, fewestChosenCharacters } from './password.ts'
import type { User, UserId } from './user.ts'

/** Ends every session and token the user had, at once: whoever knew the old password is out. */
export async function changePassword(
  { library, secrets }: { library: Library; secrets: Secrets },
  { userId, password }: { userId: UserId; password: string },
): Promise<User> {
  const passwordHash = await secrets.hashPassword(checkedPassword(password, { fewest: fewestChosenCharacters }))
  return library.transaction(async ({ users }) => {
    const user = await users.find(userId)
    if (!user) throw new NotFound('such user')
    const changed = { ...user, passwordHash, credentialsVersion: user.credentialsVersion + 1 }
    await users.update(changed)
    return changed
  })
}
