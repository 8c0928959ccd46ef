import type { ControlStores } from '../ports/control.ts'
import type { ApiKey } from './api-key.ts'
import type { TokenDeps } from './exchange-code.ts'
import { isFirstUse, noteFirstUse } from './first-use.ts'
import type { Token } from './grant.ts'
import { type IssuedTokens, issueTokens } from './issue-tokens.ts'
import { agreedRedirectUri } from './known-app.ts'
import { livingSubject } from './living-subject.ts'
import { BadRefreshToken } from './oauth-refusals.ts'

/**
 * A new pair for a refresh token. The old token goes on working until one of the new pair is first used, so that a lost
 * answer locks nobody out; then it is dead, and using it revokes everything that came from the same consent: one of
 * two who have it is a thief.
 */
export async function refreshTokens(
  deps: TokenDeps,
  asked: { app: ApiKey; refreshToken: string | undefined; redirectUri: string | undefined },
): Promise<IssuedTokens> {
  const { control, clock, secrets } = deps
  const { app } = asked
  agreedRedirectUri(app, asked.redirectUri)
  const digest = secrets.digest(asked.refreshToken ?? '')
  const now = clock.now()
  const known = await control.read.grants.findToken(digest)
  const subject = known && (await livingSubject(deps, known))

  // a refusal is an outcome, not an error: thrown inside, it would undo the revocation
  const issued = await control.transaction(async (stores) => {
    const token = await stores.grants.findToken(digest)
    if (!token || !isRefreshTokenOf(app, token) || token.expiresAt <= now) return null
    if (token.endedAt !== null) await stores.grants.revokeFamily(token.familyId)
    if (token.endedAt !== null || !subject) return null
    return renew(deps, stores, token, now)
  })
  if (!issued) throw new BadRefreshToken()
  return issued
}

async function renew(deps: TokenDeps, stores: ControlStores, token: Token, now: number): Promise<IssuedTokens> {
  if (isFirstUse(token)) await noteFirstUse(stores, token, now)
  const { issued, rows } = issueTokens(deps, {
    subject: token,
    familyId: token.familyId,
    parent: token.digest,
    now,
    withRefreshToken: true,
  })
  await stores.grants.insertTokens(rows)
  if (token.appId !== null) await stores.apiKeys.update(token.appId, { lastUsedAt: now })
  return issued
}

export const isRefreshTokenOf = (app: ApiKey, token: Token): boolean =>
  token.kind === 'refresh' && token.appId === app.appId
