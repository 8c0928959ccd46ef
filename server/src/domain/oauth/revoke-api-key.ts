import type { Account } from '../account/account.ts'
import type { Control } from '../ports/control.ts'
import type { AppId } from './api-key.ts'
import { findApiKey } from './find-api-key.ts'

/** Ends the key with every code and token it gave, at once. */
export async function revokeApiKey(
  { control }: { control: Control },
  { account, appId }: { account: Account; appId: AppId },
): Promise<void> {
  await control.transaction(async (stores) => {
    await findApiKey(stores, { account, appId })
    await stores.apiKeys.delete(appId)
  })
}
