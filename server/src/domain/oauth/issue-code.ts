import { NotAllowed } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Control } from '../ports/control.ts'
import type { Ids } from '../ports/ids.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { User } from '../user/user.ts'
import type { ApiKey } from './api-key.ts'
import type { FamilyId } from './grant.ts'
import { lifetimes } from './lifetimes.ts'
import type { Challenge } from './pkce.ts'

export type IssueCodeDeps = { control: Control; clock: Clock; ids: Ids; secrets: Secrets }

/** What a person allowed: this app, this part of the library. */
export type Consent = { app: ApiKey; user: User; portalId: null; challenge: Challenge | undefined }

/** A code for one use within the hour, bound to app, redirect URI, user, account and part of the library. */
export async function issueCode(
  { control, clock, ids, secrets }: IssueCodeDeps,
  { app, user, portalId, challenge }: Consent,
): Promise<string> {
  if (!user.mayAccessMainLibrary) throw new NotAllowed('You have no access to the main library')
  const code = ids.newHex(16)
  await control.transaction(({ grants }) =>
    grants.insertCode({
      digest: secrets.digest(code),
      familyId: ids.newId<FamilyId>(),
      appId: app.appId,
      accountId: app.accountId,
      userId: user.id,
      credentialsVersion: user.credentialsVersion,
      portalId,
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
