import type { Account } from '../account/account.ts'
import type { Control } from '../ports/control.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { ApiKey, AppId } from './api-key.ts'
import { WrongParameter } from './oauth-refusals.ts'

/** What the parameters are called where they came from: `app_id`, or `client_id` under /compatible. */
export type AppParameterNames = { id: string; secret: string }

/** The app with this id. On a host that names an account (`here`), the apps of others do not exist. */
export async function knownApp(
  { control }: { control: Control },
  { appId, here, name }: { appId: string | undefined; here: Account | null; name: string },
): Promise<ApiKey> {
  const app = appId === undefined ? undefined : await control.read.apiKeys.find(appId as AppId)
  if (!app || (here && app.accountId !== here.id)) throw new WrongParameter(name)
  return app
}

export type AppCredentials = {
  appId: string | undefined
  appSecret: string | undefined
  here: Account | null
  names: AppParameterNames
}

/** The app that proves itself with its secret. */
export async function provenApp(
  { control, secrets }: { control: Control; secrets: Secrets },
  { appId, appSecret, here, names }: AppCredentials,
): Promise<ApiKey> {
  const app = await knownApp({ control }, { appId, here, name: names.id })
  if (!secrets.equal(secrets.digest(appSecret ?? ''), app.secretDigest)) throw new WrongParameter(names.secret)
  return app
}

/** The redirect URI that counts: the registered one, which one that is given must equal to the letter. */
export function agreedRedirectUri(app: ApiKey, given: string | undefined): string {
  if (given !== undefined && given !== app.redirectUri) throw new WrongParameter('redirect_uri')
  return app.redirectUri
}
