import type { Caller } from '../access/caller.ts'
import { cappedRole } from '../access/role-rules.ts'
import { Unauthenticated } from '../access/unauthenticated.ts'
import type { Account } from '../account/account.ts'
import { NotAllowed } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Control } from '../ports/control.ts'
import type { Libraries } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import { isFirstUse, noteFirstUse } from './first-use.ts'
import { livingSubject } from './living-subject.ts'

export type AuthenticateDeps = { control: Control; libraries: Libraries; secrets: Secrets; clock: Clock }

/** Who an access token speaks for on this account. Another account's token is as unknown as one nobody gave. */
export async function authenticate(
  deps: AuthenticateDeps,
  { token: secret, account }: { token: string; account: Account },
): Promise<Caller> {
  const { control, secrets, clock } = deps
  const token = await control.read.grants.findToken(secrets.digest(secret))
  if (token?.kind !== 'access' || token.accountId !== account.id) throw notGood()
  if (token.endedAt !== null || token.expiresAt <= clock.now()) throw notGood()

  const subject = await livingSubject(deps, token)
  if (!subject) throw notGood()
  if (token.portalId === null && !subject.user.mayAccessMainLibrary) {
    throw new NotAllowed('You have no access to the main library')
  }

  if (isFirstUse(token)) await control.transaction((stores) => noteFirstUse(stores, token, clock.now()))
  return {
    ...subject,
    role: cappedRole(subject.user.role, token.roleCap),
    portalId: token.portalId,
    appId: token.appId,
    tokenDigest: token.digest,
  }
}

const notGood = () => new Unauthenticated('The access token is unknown, has expired or was revoked')
