import type { Account } from '../account/account.ts'
import type { Clock } from '../ports/clock.ts'
import type { Control } from '../ports/control.ts'
import type { Libraries } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import { lifetimes, sessionExtendedAfter } from './lifetimes.ts'
import { type LivingSubject, livingSubject } from './living-subject.ts'
import type { WebSession } from './session-store.ts'

export type FoundSession = LivingSubject & { session: WebSession; wasExtended: boolean }

/** Who is signed in with this cookie on this account; being seen keeps the session alive. */
export async function findSession(
  deps: { control: Control; libraries: Libraries; clock: Clock; secrets: Secrets },
  { secret, account }: { secret: string; account: Pick<Account, 'id'> },
): Promise<FoundSession | undefined> {
  const { control, clock, secrets } = deps
  const now = clock.now()
  const session = await control.read.sessions.find(secrets.digest(secret))
  if (session?.accountId !== account.id || session.expiresAt <= now) return undefined
  const subject = await livingSubject(deps, session)
  if (!subject) return undefined

  const expiresAt = now + lifetimes.session
  const wasExtended = expiresAt - session.expiresAt >= sessionExtendedAfter
  if (wasExtended) await control.transaction(({ sessions }) => sessions.extend(session.digest, expiresAt))
  return { ...subject, session: wasExtended ? { ...session, expiresAt } : session, wasExtended }
}
