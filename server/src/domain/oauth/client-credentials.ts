import { keptEmail } from '../user/email-address.ts'
import { type Role, roles, type User } from '../user/user.ts'
import type { ApiKey } from './api-key.ts'
import type { TokenDeps } from './exchange-code.ts'
import type { FamilyId } from './grant.ts'
import { type IssuedTokens, issueTokens } from './issue-tokens.ts'
import { WrongParameter } from './oauth-refusals.ts'

export type ClientCredentials = {
  app: ApiKey
  /** A role that caps the user's own; absent: the user's own. */
  scope: string | undefined
  /** E-mail address of the user to act as; absent: the administrator who made the key. */
  userId: string | undefined
}

/** A token without a person at hand, for keys that allow it. There is no refresh token: the app can ask again. */
export async function clientCredentials(deps: TokenDeps, asked: ClientCredentials): Promise<IssuedTokens> {
  const { control, clock, ids } = deps
  const { app } = asked
  if (!app.clientCredentials) {
    throw new WrongParameter('grant_type', 'this API key does not allow client_credentials')
  }
  const roleCap = checkedScope(asked.scope)
  const user = await actingUser(deps, asked)

  const now = clock.now()
  const { issued, rows } = issueTokens(deps, {
    subject: {
      appId: app.appId,
      accountId: app.accountId,
      userId: user.id,
      credentialsVersion: user.credentialsVersion,
      portalId: null,
      roleCap,
    },
    familyId: ids.newId<FamilyId>(),
    parent: null,
    now,
    withRefreshToken: false,
  })
  const isStored = await control.transaction(async ({ grants, apiKeys }) => {
    if (!(await apiKeys.find(app.appId))?.clientCredentials) return false
    await grants.insertTokens(rows)
    await apiKeys.update(app.appId, { lastUsedAt: now })
    return true
  })
  if (!isStored) throw new WrongParameter('app_id')
  return issued
}

function checkedScope(scope: string | undefined): Role | null {
  if (scope === undefined) return null
  const role = roles.find((known) => known === scope)
  if (!role) throw new WrongParameter('scope', `it should be one of ${roles.join(', ')}`)
  return role
}

async function actingUser(
  { control, libraries }: Pick<TokenDeps, 'control' | 'libraries'>,
  { app, userId }: ClientCredentials,
): Promise<User> {
  const account = await control.read.accounts.find(app.accountId)
  if (!account) throw new WrongParameter('app_id')
  const { users } = (await libraries.of(account)).read
  const user = userId === undefined ? await users.find(app.createdBy) : await users.findByEmail(keptEmail(userId))
  if (!user || user.suspended || !user.mayAccessMainLibrary) {
    throw new WrongParameter('user_id', userId === undefined ? 'who made this API key has no access; name a user' : '')
  }
  return user
}
