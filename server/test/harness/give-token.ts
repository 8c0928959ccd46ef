import type { Adapters } from '../../src/app/choose-adapters.ts'
import type { Account } from '../../src/domain/account/account.ts'
import type { FamilyId } from '../../src/domain/oauth/grant.ts'
import type { User } from '../../src/domain/user/user.ts'

const aHundredYears = 100 * 365 * 24 * 3_600_000

/**
 * A first-party token as the web application holds one, written straight into the database, and good however far the
 * clock is moved; OAuth's own tests go through OAuth.
 */
export async function giveToken(
  { control, ids, clock, secrets }: Pick<Adapters, 'control' | 'ids' | 'clock' | 'secrets'>,
  account: Account,
  user: User,
): Promise<string> {
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
        expiresAt: clock.now() + aHundredYears,
        firstUsedAt: null,
        endedAt: null,
      },
    ]),
  )
  return token
}
