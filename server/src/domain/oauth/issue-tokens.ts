import type { Ids } from '../ports/ids.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { FamilyId, GrantSubject, Token } from './grant.ts'
import { inSeconds, lifetimes } from './lifetimes.ts'

/** What an app gets. The tokens themselves are in nobody's memory but its own: we keep digests. */
export type IssuedTokens = { accessToken: string; expiresInSeconds: number; refreshToken: string | null }

export type Issue = {
  subject: GrantSubject
  familyId: FamilyId
  /** Digest of the refresh token these replace; `null`: they replace none. */
  parent: string | null
  now: number
  withRefreshToken: boolean
}

/** Makes the tokens and their rows; storing them is for the caller's transaction. */
export function issueTokens(
  { ids, secrets }: { ids: Ids; secrets: Secrets },
  { subject, familyId, parent, now, withRefreshToken }: Issue,
): { issued: IssuedTokens; rows: Token[] } {
  const row = (kind: Token['kind'], secret: string, lifetime: number): Token => ({
    ...subjectOf(subject),
    digest: secrets.digest(secret),
    kind,
    familyId,
    parent,
    issuedAt: now,
    expiresAt: now + lifetime,
    firstUsedAt: null,
    endedAt: null,
  })

  // an app's token is good for a month; the web application's own for less
  const accessLifetime = subject.appId === null ? lifetimes.sessionToken : lifetimes.accessToken
  const accessToken = ids.newHex(16)
  const rows = [row('access', accessToken, accessLifetime)]
  const refreshToken = withRefreshToken ? ids.newHex(32) : null
  if (refreshToken !== null) rows.push(row('refresh', refreshToken, lifetimes.refreshToken))
  return { issued: { accessToken, expiresInSeconds: inSeconds(accessLifetime), refreshToken }, rows }
}

/** Only what a grant stands for, of a code, a token, or anything else that has it. */
export function subjectOf({
  appId,
  accountId,
  userId,
  credentialsVersion,
  portalId,
  roleCap,
}: GrantSubject): GrantSubject {
  return { appId, accountId, userId, credentialsVersion, portalId, roleCap }
}
