import { createHash } from 'node:crypto'
import type { Dispatcher } from 'undici'
import type { Clock } from '../clock.ts'
import type { ConnectionFields, Tokens } from './connection.ts'
import { type DamHosts, damHosts } from './dam-hosts.ts'
import { damRequest, parseJson, readText } from './dam-request.ts'
import { CredentialsRefused, DamFailing, GrantRefused, NotADam } from './failures.ts'

type App = Pick<ConnectionFields, 'domain' | 'appId' | 'appSecret'>
export type OAuthDeps = { agent: Dispatcher; clock: Clock }

/** Where the browser goes to sign in and consent. PKCE (RFC 7636) ties the code to us even if it leaks. */
export function authorizeUrl(
  { domain, appId }: App,
  { redirectUri, state, verifier }: { redirectUri: string; state: string; verifier: string },
): string {
  const url = new URL(`${damHosts(domain).oauth}/api/oauth2/authorize`)
  url.search = new URLSearchParams({
    response_type: 'code',
    app_id: appId,
    redirect_uri: redirectUri,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  return url.href
}

export const exchangeCode = (
  deps: OAuthDeps,
  app: App,
  { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string },
): Promise<Tokens> =>
  askForTokens(deps, app, 'authorization-code', {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  })

/** For keys that may act on their own; `CredentialsRefused` when this one may not. */
export const askAsTheApp = (deps: OAuthDeps, app: App): Promise<Tokens> =>
  askForTokens(deps, app, 'client-credentials', { grant_type: 'client_credentials' })

export function renewTokens(deps: OAuthDeps, app: App, { kind, refreshToken }: Tokens): Promise<Tokens> {
  if (kind === 'client-credentials') return askAsTheApp(deps, app)
  if (!refreshToken) throw new GrantRefused('The grant has run out')
  return askForTokens(deps, app, kind, { grant_type: 'refresh_token', refresh_token: refreshToken })
}

/**
 * Whether the server knows this app id, secret and redirect URL, without using anything up: a code that cannot be right
 * is refused with 401 when all else is.
 */
export async function checkCredentials(deps: OAuthDeps, app: App, redirectUri: string | null): Promise<void> {
  try {
    await askForTokens(deps, app, 'authorization-code', {
      grant_type: 'authorization_code',
      code: '0'.repeat(32),
      ...(redirectUri ? { redirect_uri: redirectUri } : {}),
    })
  } catch (error) {
    if (!(error instanceof GrantRefused)) throw error
  }
}

async function askForTokens(
  { agent, clock }: OAuthDeps,
  { domain, appId, appSecret }: App,
  kind: Tokens['kind'],
  parameters: Record<string, string>,
): Promise<Tokens> {
  const hosts: DamHosts = damHosts(domain)
  const url = `${hosts.oauth}/api/oauth2/token`
  const answer = await damRequest(agent, url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ app_id: appId, app_secret: appSecret, ...parameters }).toString(),
    signal: AbortSignal.timeout(30_000),
  })
  const text = await readText(answer, url)
  if (answer.statusCode >= 500 || answer.statusCode === 429) {
    throw new DamFailing(answer.statusCode, `The sign-in service answered ${answer.statusCode}`)
  }
  const body = parseJson(text, url) as Record<string, unknown>
  if (answer.statusCode !== 200) throw refusalOf(answer.statusCode, body, url)
  return tokensOf(body, kind, clock.now(), url)
}

function refusalOf(
  status: number,
  { error, error_description: description }: Record<string, unknown>,
  url: string,
): Error {
  if (typeof error !== 'string') return new NotADam(`${new URL(url).host} has no Canto sign-in`)
  const sentence = typeof description === 'string' ? description : error
  // RFC 6749 says 401 for a wrong secret as well, with this word
  if (status === 401 && error !== 'invalid_client') return new GrantRefused(sentence)
  return new CredentialsRefused(wrongPart(sentence), sentence)
}

function wrongPart(sentence: string): CredentialsRefused['wrong'] {
  if (/secret/i.test(sentence)) return 'app-secret'
  if (/redirect/i.test(sentence)) return 'redirect-uri'
  return /app.?id|client.?id/i.test(sentence) ? 'app-id' : 'unknown'
}

function tokensOf(body: Record<string, unknown>, kind: Tokens['kind'], now: number, url: string): Tokens {
  const { accessToken, refreshToken, expiresIn } = body
  if (typeof accessToken !== 'string' || !accessToken) throw new NotADam(`${new URL(url).host} gave no token`)
  const seconds = Number(expiresIn)
  return {
    kind,
    accessToken,
    refreshToken: typeof refreshToken === 'string' && refreshToken ? refreshToken : null,
    expiresAt: now + (Number.isFinite(seconds) && seconds > 0 ? seconds : 3600) * 1000,
  }
}
