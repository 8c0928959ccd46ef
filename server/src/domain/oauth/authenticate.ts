import type { Caller } from '../access/caller.ts'
import { cappedRole } from '../access/role-rules.ts'
import { Unauthenticated } from '../access/unauthenticated.ts'
import type { Account } from '../account/account.ts'
import { NotAllowed, NotFound } from '../domain-error.ts'
import { findPortalFor } from '../portal/find-portal.ts'
import type { Portal } from '../portal/portal.ts'
import { withinPortal } from '../portal/within-portal.ts'
import type { Clock } from '../ports/clock.ts'
import type { Control } from '../ports/control.ts'
import type { Libraries } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import { isFirstUse, noteFirstUse } from './first-use.ts'
import { type LivingSubject, livingSubject } from './living-subject.ts'

export type AuthenticateDeps = { control: Control; libraries: Libraries; secrets: Secrets; clock: Clock }

/**
 * Who an access token speaks for on this account. Another account's token is as unknown as one nobody gave. A token for
 * a portal knows no other, and administers nothing: else it would be a way out of it. `portal`: id or name of the one
 * that the address names.
 */
export async function authenticate(
  deps: AuthenticateDeps,
  { token: secret, account, portal: reference }: { token: string; account: Account; portal: string | null },
): Promise<Caller> {
  const { control, secrets, clock } = deps
  const token = await control.read.grants.findToken(secrets.digest(secret))
  if (token?.kind !== 'access' || token.accountId !== account.id) throw notGood()
  if (token.endedAt !== null || token.expiresAt <= clock.now()) throw notGood()

  const subject = await livingSubject(deps, token)
  if (!subject) throw notGood()
  const portal = reference === null ? subject.portal : await portalAt(subject, reference)
  if (portal === null && !subject.user.mayAccessMainLibrary) {
    throw new NotAllowed('You have no access to the main library')
  }

  if (isFirstUse(token)) await control.transaction((stores) => noteFirstUse(stores, token, clock.now()))
  const role = cappedRole(subject.user.role, token.roleCap)
  return {
    ...subject,
    portal,
    library: portal === null ? subject.library : withinPortal(subject.library, portal),
    role: token.portalId === null ? role : cappedRole(role, 'contributor'),
    appId: token.appId,
    tokenDigest: token.digest,
  }
}

async function portalAt({ portal, library, user }: LivingSubject, reference: string): Promise<Portal> {
  const named = await findPortalFor(library.read, { user, reference })
  if (!named || (portal !== null && named.id !== portal.id)) throw new NotFound(`portal ${reference}`)
  return named
}

const notGood = () => new Unauthenticated('The access token is unknown, has expired or was revoked')
