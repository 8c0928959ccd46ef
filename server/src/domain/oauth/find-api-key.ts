import type { Account } from '../account/account.ts'
import { NotFound } from '../domain-error.ts'
import type { ControlStores } from '../ports/control.ts'
import type { ApiKey, AppId } from './api-key.ts'

/** A key of this account; another account's is as unknown as none. */
export async function findApiKey(
  { apiKeys }: Pick<ControlStores, 'apiKeys'>,
  { account, appId }: { account: Account; appId: AppId },
): Promise<ApiKey> {
  const key = await apiKeys.find(appId)
  if (!key || key.accountId !== account.id) throw new NotFound(`API key ${appId}`)
  return key
}
