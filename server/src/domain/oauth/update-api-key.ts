import type { Account } from '../account/account.ts'
import type { Control } from '../ports/control.ts'
import type { ApiKey, AppId } from './api-key.ts'
import { checkedAppName } from './create-api-key.ts'
import { findApiKey } from './find-api-key.ts'
import { checkedRedirectUri, checkedWebAddress } from './redirect-uri.ts'

type Fields = Pick<ApiKey, 'name' | 'redirectUri' | 'website' | 'logoUrl' | 'clientCredentials'>

/** Changes what is named; codes given for another redirect URI stop working, tokens go on. */
export async function updateApiKey(
  { control }: { control: Control },
  {
    account,
    appId,
    ...fields
  }: { account: Account; appId: AppId } & { [Name in keyof Fields]?: Fields[Name] | undefined },
): Promise<ApiKey> {
  return control.transaction(async (stores) => {
    const key = await findApiKey(stores, { account, appId })
    const changed: Fields = {
      name: fields.name === undefined ? key.name : checkedAppName(fields.name),
      redirectUri: fields.redirectUri === undefined ? key.redirectUri : checkedRedirectUri(fields.redirectUri),
      website: fields.website === undefined ? key.website : checkedWebAddress(fields.website, 'The website'),
      logoUrl: fields.logoUrl === undefined ? key.logoUrl : checkedWebAddress(fields.logoUrl, 'The logo URL'),
      clientCredentials: fields.clientCredentials ?? key.clientCredentials,
    }
    await stores.apiKeys.update(appId, changed)
    return { ...key, ...changed }
  })
}
