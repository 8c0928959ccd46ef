import type { Adapters } from '../server/src/app/choose-adapters.ts'
import type { Account } from '../server/src/domain/account/account.ts'
import type { FamilyId } from '../server/src/domain/oauth/grant.ts'
import type { User } from '../server/src/domain/user/user.ts'

/** An access token of this user for a day, written straight into the database. */
export async function issueToken({ control, ids, secrets, clock }: Adapters, account: Account, user: User) {
  const token = ids.newHex(16)
  await control.transaction(({ grants }) =>
    grants.insertTokens([
      {
        digest: secrets.digest(token),
        kind: 'access',
        appId: null,
        accountId: account.id,
        userId: user.id,
        credentialsVersion: user.credentialsVersion,
        portalId: null,
        roleCap: null,
        familyId: ids.newId<FamilyId>(),
        parent: null,
        issuedAt: clock.now(),
        expiresAt: clock.now() + 86_400_000,
        firstUsedAt: null,
        endedAt: null,
      },
    ]),
  )
  return token
}
