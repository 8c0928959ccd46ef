import { NotAllowed } from '../domain-error.ts'
import { findPortalFor } from '../portal/find-portal.ts'
import type { PortalId } from '../portal/portal.ts'
import type { Clock } from '../ports/clock.ts'
import type { Control } from '../ports/control.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { User } from '../user/user.ts'
import type { ApiKey } from './api-key.ts'
import type { FamilyId } from './grant.ts'
import { lifetimes } from './lifetimes.ts'
import type { Challenge } from './pkce.ts'

export type IssueCodeDeps = { control: Control; clock: Clock; ids: Ids; secrets: Secrets }

/** What a person allowed: this app, this part of the library. */
export type Consent = {
  app: ApiKey
  library: Library
  user: User
  portalId: PortalId | null
  challenge: Challenge | undefined
}

/** A code for one use within the hour, bound to app, redirect URI, user, account and part of the library. */
export async function issueCode(
  { control, clock, ids, secrets }: IssueCodeDeps,
  { app, library, user, portalId, challenge }: Consent,
): Promise<string> {
  const portal = portalId === null ? null : await findPortalFor(library.read, { user, reference: portalId })
  if (portal === undefined || (portal === null && !user.mayAccessMainLibrary))
    throw new NotAllowed('You have no access to this part of the library')
  const code = ids.newHex(16)
  await control.transaction(({ grants }) =>
    grants.insertCode({
      digest: secrets.digest(code),
      familyId: ids.newId<FamilyId>(),
      appId: app.appId,
      accountId: app.accountId,
      userId: user.id,
      credentialsVersion: user.credentialsVersion,
      portalId: portal?.id ?? null,
      roleCap: null,
      redirectUri: app.redirectUri,
      codeChallenge: challenge?.codeChallenge ?? null,
      codeChallengeMethod: challenge?.codeChallengeMethod ?? null,
      expiresAt: clock.now() + lifetimes.code,
      usedAt: null,
    }),
  )
  return code
}
