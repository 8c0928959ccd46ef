import { hashPassword, newPassword } from '../accounts/password.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { UserStore } from '../state/users.ts'

/** On an empty data folder somebody must be able to sign in. Answers what to tell them; `null`: there are people already. */
export async function firstAdministrator(
  { users, clock }: { users: UserStore; clock: Clock },
  { email, password }: Config['admin'],
): Promise<{ email: string; password: string; isMadeUp: boolean } | null> {
  if (users.count() > 0) return null
  const chosen = password ?? newPassword()
  users.put({ email, role: 'admin', passwordHash: await hashPassword(chosen) }, clock.now())
  return { email, password: chosen, isMadeUp: password === null }
}
