import { createHash } from 'node:crypto'
import { authorizeUrl, clientCredentials, exchangeCode, type Grant, type OAuthApp, refresh } from '@descant/client'
import type { Clock } from '../clock.ts'
import { type Agents, guardedFetch } from '../network/guarded-fetch.ts'
import type { ConnectionFields, Tokens } from './connection.ts'
import { damAddresses } from './dam-addresses.ts'
import { CredentialsRefused, GrantRefused } from './failures.ts'
import { inOurWords } from './translate-failure.ts'

type Key = Pick<ConnectionFields, 'domain' | 'appId' | 'appSecret'>
export type OAuthDeps = { agents: Agents; clock: Clock }

/** Where the browser goes to sign in and consent. PKCE (RFC 7636) ties the code to us even if it leaks. */
export function consentAddress(
  { domain, appId }: Key,
  { redirectUri, state, verifier }: { redirectUri: string; state: string; verifier: string },
): string {
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const { oauth: origin } = damAddresses(domain)
  return authorizeUrl({ origin, appId, redirectUri }, { state, codeChallenge: { challenge, method: 'S256' } })
}

export async function takeConsent(
  deps: OAuthDeps,
  key: Key,
  { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string },
): Promise<Tokens> {
  const grant = await inOurWords(exchangeCode(appOf(deps, key, redirectUri), { code, codeVerifier: verifier }))
  return { kind: 'authorization-code', ...grant }
}

/** For keys that may act on their own; `CredentialsRefused` when this one may not. */
export async function askAsTheApp(deps: OAuthDeps, key: Key): Promise<Tokens> {
  const grant = await inOurWords(clientCredentials(appOf(deps, key)))
  return { kind: 'client-credentials', ...grant, refreshToken: null }
}

/** `GrantRefused` also where the key itself is not known any more: either way a person has to see to it. */
export async function renewTokens(deps: OAuthDeps, key: Key, before: Tokens): Promise<Tokens> {
  try {
    return await askAnew(deps, key, before)
  } catch (error) {
    throw error instanceof CredentialsRefused ? new GrantRefused(error.message, { cause: error }) : error
  }
}

async function askAnew(deps: OAuthDeps, key: Key, { kind, refreshToken }: Tokens): Promise<Tokens> {
  if (kind === 'client-credentials') return askAsTheApp(deps, key)
  if (!refreshToken) throw new GrantRefused('The grant has run out')
  const grant: Grant = await inOurWords(refresh(appOf(deps, key), refreshToken))
  // some servers keep the refresh token as it is and do not repeat it
  return { kind, ...grant, refreshToken: grant.refreshToken ?? refreshToken }
}

/**
 * Whether the server knows this app id, secret and redirect URL, without using anything up: a code that cannot be right
 * is refused with 401 when all else is.
 */
export async function checkCredentials(deps: OAuthDeps, key: Key, redirectUri: string | null): Promise<void> {
  try {
    await inOurWords(exchangeCode(appOf(deps, key, redirectUri), { code: '0'.repeat(32) }))
  } catch (error) {
    if (!(error instanceof GrantRefused)) throw error
  }
}

const appOf = (
  { agents, clock }: OAuthDeps,
  { domain, appId, appSecret }: Key,
  redirectUri?: string | null,
): OAuthApp => ({
  origin: damAddresses(domain).oauth,
  appId,
  appSecret,
  ...(redirectUri ? { redirectUri } : {}),
  fetch: guardedFetch(agents),
  now: () => clock.now(),
  backOff: { attempts: 2 },
})
