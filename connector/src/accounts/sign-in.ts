import type { Clock } from '../clock.ts'
import type { FailedSignInStore } from '../state/failed-sign-ins.ts'
import type { SessionStore } from '../state/sessions.ts'
import type { UserStore } from '../state/users.ts'
import type { User } from './account.ts'
import { isPassword } from './password.ts'

export type SignInDeps = { users: UserStore; sessions: SessionStore; failures: FailedSignInStore; clock: Clock }
export type SignInOutcome =
  | { is: 'signed-in'; user: User; token: string }
  | { is: 'wrong' }
  | { is: 'too-many'; retryAfterMs: number }

const windowMs = 15 * 60_000
const mostPerPerson = 8
const mostPerAddress = 40

/** A wrong guess counts against the person and against the address it came from; either may be told to wait. */
export async function signIn(
  { users, sessions, failures, clock }: SignInDeps,
  { email, password, address }: { email: string; password: string; address: string },
): Promise<SignInOutcome> {
  const [person, place] = [`person ${email.toLowerCase()}`, `address ${address}`]
  const retryAfterMs = Math.max(waitFor(person, mostPerPerson), waitFor(place, mostPerAddress))
  if (retryAfterMs > 0) return { is: 'too-many', retryAfterMs }

  // noted before the password is looked at: guesses sent at the same moment all count
  failures.note([person, place], clock.now())
  const found = users.findByEmail(email)
  if (!(await isPassword(password, found?.passwordHash ?? null)) || !found) return { is: 'wrong' }

  failures.clear(person)
  failures.forgetOne(place)
  const { passwordHash: _, ...user } = found
  return { is: 'signed-in', user, token: sessions.begin(user.id, clock.now()) }

  function waitFor(subject: string, most: number): number {
    const recent = failures.since(subject, clock.now() - windowMs)
    const blocking = recent.at(-most)
    return blocking === undefined ? 0 : blocking + windowMs - clock.now()
  }
}
