import { checkedLine } from '../checked-line.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import { checkedEmail } from './email-address.ts'
import { checkedPassword } from './password.ts'
import { requireFreeSeat } from './seats.ts'
import type { Role, User, UserId } from './user.ts'

export type CreateUserDeps = { library: Library; clock: Clock; ids: Ids; secrets: Secrets }

type Asked = { email: string; firstName: string; lastName: string; role: Role }

/** With `null` for a password the user can't sign in yet. A taken address is refused (`user-exists`). */
export async function createUser(
  { library, clock, ids, secrets }: CreateUserDeps,
  { password, ...asked }: Asked & { password: string | null },
): Promise<User> {
  const user: User = {
    ...newUser({ clock, ids }, asked),
    passwordHash: password === null ? null : await secrets.hashPassword(checkedPassword(password, { fewest: 1 })),
  }
  await library.transaction(async (stores) => {
    await requireFreeSeat(stores, user.role)
    await stores.users.insert(user)
  })
  return user
}

/** Who can't sign in yet, and is nowhere yet. */
export const newUser = ({ clock, ids }: Pick<CreateUserDeps, 'clock' | 'ids'>, asked: Asked): User => ({
  id: ids.newId<UserId>(),
  email: checkedEmail(asked.email),
  ...checkedNames(asked),
  role: asked.role,
  passwordHash: null,
  suspended: false,
  mayAccessMainLibrary: true,
  credentialsVersion: 1,
  createdAt: clock.now(),
})

export const checkedNames = ({ firstName, lastName }: Pick<User, 'firstName' | 'lastName'>) => ({
  firstName: checkedLine(firstName, { called: 'The first name', from: 0, to: 100 }),
  lastName: checkedLine(lastName, { called: 'The last name', from: 0, to: 100 }),
})
