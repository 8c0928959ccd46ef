import type { AccountId } from '../account/account.ts'
import type { ApiKey, AppId } from './api-key.ts'

export interface ApiKeyStore {
  insert(key: ApiKey): Promise<void>
  update(
    appId: AppId,
    fields: Partial<Pick<ApiKey, 'name' | 'redirectUri' | 'website' | 'logoUrl' | 'clientCredentials' | 'lastUsedAt'>>,
  ): Promise<void>
  find(appId: AppId): Promise<ApiKey | undefined>
  /** By name. */
  ofAccount(accountId: AccountId): Promise<ApiKey[]>
  /** With every code and token it gave. Of an unknown one: resolves. */
  delete(appId: AppId): Promise<void>
}
