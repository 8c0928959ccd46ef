import type { Clock } from '../ports/clock.ts'
import type { Control } from '../ports/control.ts'
import type { Ids } from '../ports/ids.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { FamilyId } from './grant.ts'
import { type IssuedTokens, issueTokens } from './issue-tokens.ts'
import type { WebSession } from './session-store.ts'

/** All tokens of a signed-in browser are one family, and end with it. */
export const familyOf = (session: Pick<WebSession, 'digest'>): FamilyId => session.digest as string as FamilyId

/** The web application's own token: full rights of its user, for a short time. */
export async function issueSessionToken(
  deps: { control: Control; clock: Clock; ids: Ids; secrets: Secrets },
  session: WebSession,
): Promise<IssuedTokens | undefined> {
  const { accountId, userId, credentialsVersion } = session
  const { issued, rows } = issueTokens(deps, {
    subject: { appId: null, accountId, userId, credentialsVersion, portalId: null, roleCap: null },
    familyId: familyOf(session),
    parent: null,
    now: deps.clock.now(),
    withRefreshToken: false,
  })
  return deps.control.transaction(async ({ grants, sessions }) => {
    if (!(await sessions.find(session.digest))) return undefined // signed out meanwhile
    await grants.insertTokens(rows)
    return issued
  })
}
