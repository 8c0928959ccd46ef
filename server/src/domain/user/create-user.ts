import { checkedLine } from '../checked-line.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import { checkedEmail } from './email-address.ts'
import { checkedPassword } from './password.ts'
import type { Role, User, UserId } from './user.ts'

export type CreateUserDeps = { library: Library; clock: Clock; ids: Ids; secrets: Secrets }

/** With `null` for a password the user is invited and can't sign in yet. A taken address is refused (`user-exists`). */
export async function createUser(
  { library, clock, ids, secrets }: CreateUserDeps,
  asked: { email: string; firstName: string; lastName: string; role: Role; password: string | null },
): Promise<User> {
  const { password, role } = asked
  const user: User = {
    id: ids.newId<UserId>(),
    email: checkedEmail(asked.email),
    firstName: checkedLine(asked.firstName, { called: 'The first name', from: 0, to: 100 }),
    lastName: checkedLine(asked.lastName, { called: 'The last name', from: 0, to: 100 }),
    role,
    passwordHash: password === null ? null : await secrets.hashPassword(checkedPassword(password, { fewest: 1 })),
    suspended: false,
    mayAccessMainLibrary: true,
    credentialsVersion: 1,
    createdAt: clock.now(),
  }
  await library.transaction(({ users }) => users.insert(user))
  return user
}
