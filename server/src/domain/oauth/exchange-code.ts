import type { Clock } from '../ports/clock.ts'
import type { Control } from '../ports/control.ts'
import type { Ids } from '../ports/ids.ts'
import type { Libraries } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { ApiKey } from './api-key.ts'
import { type IssuedTokens, issueTokens } from './issue-tokens.ts'
import { agreedRedirectUri } from './known-app.ts'
import { livingSubject } from './living-subject.ts'
import { CodeExpired, WrongParameter } from './oauth-refusals.ts'
import { checkVerifier } from './pkce.ts'

export type TokenDeps = { control: Control; libraries: Libraries; clock: Clock; ids: Ids; secrets: Secrets }

export type CodeExchange = {
  app: ApiKey
  code: string | undefined
  redirectUri: string | undefined
  verifier: string | undefined
}

/**
 * A code for tokens, once. Who brings it a second time may have stolen it, or was stolen from: what the first got is
 * revoked (RFC 6749 §4.1.2). A wrong redirect URI or verifier does not use the code up.
 */
export async function exchangeCode(deps: TokenDeps, asked: CodeExchange): Promise<IssuedTokens> {
  const { control, clock, secrets } = deps
  const { app, verifier } = asked
  const redirectUri = agreedRedirectUri(app, asked.redirectUri)
  const digest = secrets.digest(asked.code ?? '')
  const code = await control.read.grants.findCode(digest)
  if (code?.appId !== app.appId) throw new CodeExpired()
  if (code.redirectUri !== redirectUri) throw new WrongParameter('redirect_uri')
  checkVerifier(deps, code, verifier)
  const now = clock.now()
  const isGood = code.expiresAt > now && (await livingSubject(deps, code)) !== undefined

  // a refusal is an outcome, not an error: thrown inside, it would undo the revocation
  const issued = await control.transaction(async ({ grants, apiKeys }) => {
    const isFirst = await grants.useCode(digest, now)
    if (!isFirst) await grants.revokeFamily(code.familyId)
    if (!isFirst || !isGood || !(await apiKeys.find(app.appId))) return null
    const tokens = issueTokens(deps, {
      subject: code,
      familyId: code.familyId,
      parent: null,
      now,
      withRefreshToken: true,
    })
    await grants.insertTokens(tokens.rows)
    await apiKeys.update(app.appId, { lastUsedAt: now })
    return tokens.issued
  })
  if (!issued) throw new CodeExpired()
  return issued
}
