import type { Account } from '../account/account.ts'
import type { Clock } from '../ports/clock.ts'
import type { Control } from '../ports/control.ts'
import type { Ids } from '../ports/ids.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { User } from '../user/user.ts'
import { lifetimes } from './lifetimes.ts'
import type { WebSession } from './session-store.ts'

/** A signed-in browser: the secret is for its cookie, in which one gets nothing that was there before. */
export async function openSession(
  { control, clock, ids, secrets }: { control: Control; clock: Clock; ids: Ids; secrets: Secrets },
  { account, user }: { account: Account; user: User },
): Promise<{ secret: string; session: WebSession }> {
  const secret = ids.newHex(32)
  const now = clock.now()
  const session: WebSession = {
    digest: secrets.digest(secret),
    accountId: account.id,
    userId: user.id,
    credentialsVersion: user.credentialsVersion,
    createdAt: now,
    expiresAt: now + lifetimes.session,
  }
  await control.transaction(({ sessions }) => sessions.insert(session))
  return { secret, session }
}
