import {
  addressesOf,
  authorizeUrl,
  type Client,
  ConnectionFailure,
  clientCredentialsSource,
  createClient,
  exchangeCode,
  NoSuchDomain,
  NotConnected,
  type OAuthApp,
  OAuthFailure,
  type TokenSource,
  tokenSource,
} from '@descant/client'
import { Invalid, Unavailable } from '../../domain/domain-error.ts'
import type { Secrets } from '../../domain/ports/secrets.ts'
import { keptGrant } from './kept-grant.ts'

export type SourceOptions = {
  /** What people call their account: `acme`, a host name, an origin. */
  domain: string
  appId: string
  appSecret: string
  /** From an earlier sign-in; absent: the API key speaks for itself, where it may. */
  refreshToken?: string | undefined
  /** What the redirect after signing in carried: good once, for an hour. */
  code?: string | undefined
}

export type Source = { client: Client; origin: string }

/** Asks for a token at once, so that whoever typed something wrong hears of it before anything begins. */
export async function openSource(
  asked: SourceOptions,
  { secrets, folder, signal }: { secrets: Secrets; folder: string; signal: AbortSignal },
): Promise<Source> {
  const { api, oauth } = addresses(asked.domain)
  const app: OAuthApp = { origin: oauth, appId: asked.appId, appSecret: asked.appSecret }
  try {
    const token = await tokenFor(app, asked, { secrets, folder, api })
    const client = createClient({ origin: api, token, userAgent: 'Descant import', signal })
    return { client, origin: api }
  } catch (error) {
    if (error instanceof ConnectionFailure) throw new Unavailable(error.message, { cause: error })
    if (error instanceof NotConnected) throw new Invalid(`${error.message}. ${wayToOne(app)}`)
    if (error instanceof OAuthFailure) throw new Invalid(`${oauth} gives no token: ${error.message}. ${wayToOne(app)}`)
    throw error
  }
}

function addresses(domain: string) {
  try {
    return addressesOf(domain)
  } catch (error) {
    throw error instanceof NoSuchDomain ? new Invalid(error.message) : error
  }
}

async function tokenFor(
  app: OAuthApp,
  { refreshToken, code }: SourceOptions,
  { secrets, folder, api }: { secrets: Secrets; folder: string; api: string },
): Promise<TokenSource> {
  const kept = keptGrant(secrets, { folder, about: `${api} ${app.appId}`, given: refreshToken ?? null })
  if (code !== undefined) await kept.save(await exchangeCode(app, { code }))
  if ((await kept.load()) !== null) {
    const source = tokenSource({ ...kept, app })
    await source.accessToken()
    return source
  }
  const source = clientCredentialsSource(app)
  await source.accessToken()
  return source
}

const wayToOne = (app: OAuthApp): string =>
  'Either let the API key ask for tokens itself (client credentials), or sign in as an administrator at\n' +
  `  ${authorizeUrl(app, { state: 'import' })}\n` +
  'and run this again with --code and what the address you are sent to has after “code=”.'
