import type { Account } from '../account/account.ts'
import { DomainError, Invalid, NotFound } from '../domain-error.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library, LibraryStores } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import { groupsNamed } from './change-group.ts'
import { newUser } from './create-user.ts'
import { keptEmail } from './email-address.ts'
import { requireFreeSeat } from './seats.ts'
import { fullName, type Role, type User } from './user.ts'

export type InviteDeps = { library: Library; clock: Clock; ids: Ids; secrets: Secrets }

export type NewInvitation = {
  email: string
  firstName: string
  lastName: string
  role: Role
  mayAccessMainLibrary: boolean
  /** Names of groups. */
  groups: readonly string[]
}

/** For the letter: who invites, where to, and what the link begins with. */
export type Inviting = { account: Pick<Account, 'name'>; by: User; origin: string }

const daysValid = 7

/** The published page's word for an address that is taken. https://support.canto.com (#35) */
export class UserIdTaken extends DomainError {
  readonly refusal = 'documented-500'
  readonly code = 'user-exists'
  constructor() {
    super('The user ID already exists.')
  }
}

/** A user without a password, and a letter with a link to choose one. */
export async function inviteUser(deps: InviteDeps, asked: NewInvitation, inviting: Inviting): Promise<User> {
  const user: User = { ...newUser(deps, asked), mayAccessMainLibrary: asked.mayAccessMainLibrary }
  await deps.library.transaction(async (stores) => {
    if (await stores.users.findByEmail(user.email)) throw new UserIdTaken()
    await requireFreeSeat(stores, user.role)
    await stores.users.insert(user)
    await stores.groups.setGroupsOf(user.id, await groupsNamed(stores, asked.groups))
    await sendInvitation(deps, stores, user, inviting)
  })
  return user
}

/** A new link, for who has not chosen a password yet; the one before is of no use any more. */
export async function inviteAgain(deps: InviteDeps, email: string, inviting: Inviting): Promise<void> {
  await deps.library.transaction(async (stores) => {
    const user = await stores.users.findByEmail(keptEmail(email))
    if (!user) throw new NotFound(`user ${email}`)
    if (user.passwordHash !== null) throw new Invalid(`${user.email} has chosen a password already`)
    await sendInvitation(deps, stores, user, inviting)
  })
}

async function sendInvitation(
  { clock, ids, secrets }: InviteDeps,
  stores: LibraryStores,
  user: User,
  { account, by, origin }: Inviting,
): Promise<void> {
  const word = ids.newHex(32)
  const expiresAt = clock.now() + daysValid * 24 * 3_600_000
  await stores.invitations.put({ userId: user.id, digest: secrets.digest(word), expiresAt })
  const greeting = user.firstName === '' ? 'Hello,' : `Hello ${user.firstName},`
  await queueMail({ clock, ids }, stores, {
    to: user.email,
    subject: `${fullName(by)} invites you to ${account.name}`,
    text: `${greeting}

${fullName(by)} (${by.email}) invites you to ${account.name}. Choose a password here:

${origin}/invitation/${word}

The link can be used once, within ${daysValid} days. You sign in with ${user.email}.
`,
  })
}
