import type { Account } from '../account/account.ts'
import { checkedLine } from '../checked-line.ts'
import type { Clock } from '../ports/clock.ts'
import type { Control } from '../ports/control.ts'
import type { Ids } from '../ports/ids.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { User } from '../user/user.ts'
import type { ApiKey, AppId } from './api-key.ts'
import { checkedRedirectUri, checkedWebAddress, guessedFrom } from './redirect-uri.ts'

export type CreateApiKeyDeps = { control: Control; clock: Clock; ids: Ids; secrets: Secrets }

export type NewApiKey = {
  account: Account
  by: User
  name: string
  redirectUri: string
  /** Guessed from the redirect URI where absent. */
  website?: string | undefined
  logoUrl?: string | undefined
  clientCredentials?: boolean | undefined
}

/** The secret is given here, and shown again in settings. */
export async function createApiKey(
  { control, clock, ids, secrets }: CreateApiKeyDeps,
  asked: NewApiKey,
): Promise<{ key: ApiKey; secret: string }> {
  const redirectUri = checkedRedirectUri(asked.redirectUri)
  const guessed = guessedFrom(redirectUri)
  const secret = ids.newHex(32)
  const key: ApiKey = {
    appId: ids.newHex(16) as AppId,
    accountId: asked.account.id,
    name: checkedAppName(asked.name),
    redirectUri,
    website: checkedWebAddress(asked.website ?? guessed.website, 'The website'),
    logoUrl: checkedWebAddress(asked.logoUrl ?? guessed.logoUrl, 'The logo URL'),
    secretDigest: secrets.digest(secret),
    secretSealed: secrets.seal(secret),
    clientCredentials: asked.clientCredentials ?? false,
    createdBy: asked.by.id,
    createdAt: clock.now(),
    lastUsedAt: null,
  }
  await control.transaction(({ apiKeys }) => apiKeys.insert(key))
  return { key, secret }
}

export const checkedAppName = (name: string): string => checkedLine(name, { called: 'The name of the app', to: 80 })
