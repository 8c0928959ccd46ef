import { NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library, LibraryStores } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import { checkedPassword, fewestChosenCharacters } from './password.ts'
import type { User } from './user.ts'

export type AcceptDeps = { library: Library; clock: Clock; secrets: Secrets }

/** Whom the link invites; `undefined` once it was used, replaced or has expired, and when the user may not come in. */
export async function findInvited({ library, ...deps }: AcceptDeps, word: string): Promise<User | undefined> {
  return invited(deps, library.read, word)
}

/** Uses the link up. `NotFound` where `findInvited` finds nobody. */
export async function acceptInvitation(
  { library, ...deps }: AcceptDeps,
  { word, password }: { word: string; password: string },
): Promise<User> {
  const composed = checkedPassword(password, { fewest: fewestChosenCharacters })
  if (!(await invited(deps, library.read, word))) throw new NotFound('such invitation any more')
  const passwordHash = await deps.secrets.hashPassword(composed)
  return await library.transaction(async (stores) => {
    const user = await invited(deps, stores, word)
    if (!user) throw new NotFound('such invitation any more')
    const accepted = { ...user, passwordHash, credentialsVersion: user.credentialsVersion + 1 }
    await stores.users.update(accepted)
    await stores.invitations.delete(user.id)
    return accepted
  })
}

async function invited(
  { clock, secrets }: Omit<AcceptDeps, 'library'>,
  { invitations, users }: Pick<LibraryStores, 'invitations' | 'users'>,
  word: string,
): Promise<User | undefined> {
  const invitation = await invitations.find(secrets.digest(word))
  if (!invitation || invitation.expiresAt <= clock.now()) return undefined
  const user = await users.find(invitation.userId)
  return user && !user.suspended && user.passwordHash === null ? user : undefined
}
