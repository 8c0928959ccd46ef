import { type BackOff, usualBackOff } from './back-off.ts'
import { type Now, systemNow } from './clock.ts'
import { OAuthFailure } from './failures.ts'
import { bareValueOf, isPage, parsed } from './read-json.ts'
import { queryString } from './search-query.ts'
import { type Fetch, type ReadAnswer, readAnswer } from './timed-fetch.ts'
import { withRetries } from './with-retries.ts'

/** An API key and the server it is for. */
export type OAuthApp = {
  /** `https://oauth.canto.com`, or a server that is both. */
  origin: string
  appId: string
  appSecret: string
  /** Absent: the one registered with the key. */
  redirectUri?: string
  fetch?: Fetch
  backOff?: Partial<BackOff>
  /** 30 seconds where absent. */
  timeoutMs?: number
  now?: Now
}

/** A pair of tokens as it is kept. */
export type Grant = {
  accessToken: string
  /** `null`: there is none to renew it with (client credentials). */
  refreshToken: string | null
  /** Milliseconds since 1970. */
  expiresAt: number
}

type Options = { signal?: AbortSignal | undefined }

/** Where the person's browser goes to sign in and allow. `state` comes back unchanged and must be compared. */
export function authorizeUrl(
  { origin, appId, redirectUri }: Pick<OAuthApp, 'origin' | 'appId' | 'redirectUri'>,
  { state, codeChallenge }: { state: string; codeChallenge?: { challenge: string; method: 'S256' | 'plain' } },
): string {
  const query = queryString({
    response_type: 'code',
    app_id: appId,
    redirect_uri: redirectUri,
    state,
    code_challenge: codeChallenge?.challenge,
    code_challenge_method: codeChallenge?.method,
  })
  return `${address(origin, '/authorize')}?${query}`
}

/** Never tried twice: a second use of a code ends what the first one gave. */
export const exchangeCode = (
  app: OAuthApp,
  { code, codeVerifier }: { code: string; codeVerifier?: string },
  options: Options = {},
): Promise<Grant> =>
  grant(app, { grant_type: 'authorization_code', code, code_verifier: codeVerifier }, { ...options, again: false })

/** The old refresh token keeps working until the new one is used, so a lost answer may be asked for again. */
export const refresh = (app: OAuthApp, refreshToken: string, options: Options = {}): Promise<Grant> =>
  grant(app, { grant_type: 'refresh_token', refresh_token: refreshToken }, { ...options, again: true })

export const clientCredentials = (
  app: OAuthApp,
  { scope, userId }: { scope?: 'admin' | 'contributor' | 'consumer'; userId?: string } = {},
  options: Options = {},
): Promise<Grant> =>
  grant(app, { grant_type: 'client_credentials', scope, user_id: userId }, { ...options, again: true })

/** Host name of the account a refresh token is for. */
export async function tenantOf(
  app: Pick<OAuthApp, 'origin' | 'fetch' | 'backOff' | 'timeoutMs' | 'now'>,
  refreshToken: string,
  { signal }: Options = {},
): Promise<string> {
  const url = new URL(address(app.origin, `/tenant/${encodeURIComponent(refreshToken)}`))
  const answer = await ask(app, { method: 'GET', url, idempotent: true, signal })
  // the path holds the token: it is not for messages
  return bareValueOf(answer, { method: 'GET', path: '/oauth/api/oauth2/tenant', now: 0 })
}

async function grant(
  app: OAuthApp,
  parameters: Record<string, string | undefined>,
  { signal, again }: Options & { again: boolean },
): Promise<Grant> {
  const { appId, appSecret, redirectUri, now = systemNow } = app
  const asked = now()
  const answer = await ask(app, {
    method: 'POST',
    url: new URL(address(app.origin, '/token')),
    body: queryString({ app_id: appId, app_secret: appSecret, redirect_uri: redirectUri, ...parameters }),
    idempotent: again,
    signal,
  })
  const body = parsed(answer.text)
  if (!isTokenAnswer(body)) throw notUnderstood(answer)
  return {
    accessToken: body.accessToken,
    refreshToken: body.refreshToken || null,
    expiresAt: asked + Number(body.expiresIn) * 1000,
  }
}

type Asking = {
  method: 'GET' | 'POST'
  url: URL
  body?: string
  idempotent: boolean
  signal: AbortSignal | undefined
}

async function ask(app: Omit<OAuthApp, 'appId' | 'appSecret'>, { body, ...asking }: Asking): Promise<ReadAnswer> {
  const fetch: Fetch = app.fetch ?? ((...request) => globalThis.fetch(...request))
  const headers: Record<string, string> =
    body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await withRetries(
    () => readAnswer(fetch, { ...asking, body, headers, timeoutMs: app.timeoutMs ?? 30_000 }),
    asking,
    { backOff: { ...usualBackOff, ...app.backOff }, now: app.now ?? systemNow },
  )
  if (answer.status !== 200) throw refusal(answer)
  return answer
}

function refusal(answer: ReadAnswer): OAuthFailure {
  const body = parsed(answer.text)
  if (typeof body !== 'object' || body === null || !('error' in body)) return notUnderstood(answer)
  const description = 'error_description' in body ? String(body.error_description).trim() : ''
  return new OAuthFailure({ status: answer.status, error: String(body.error), description })
}

const notUnderstood = ({ status, text }: ReadAnswer) =>
  new OAuthFailure({
    status,
    error: 'unexpected_answer',
    description: `The sign-in server answered with ${isPage(text) ? 'a web page' : `status ${status}`} where JSON was expected`,
  })

const isTokenAnswer = (
  body: unknown,
): body is { accessToken: string; expiresIn: string | number; refreshToken?: string | null } =>
  typeof body === 'object' &&
  body !== null &&
  'accessToken' in body &&
  typeof body.accessToken === 'string' &&
  'expiresIn' in body &&
  Number(body.expiresIn) > 0

const address = (origin: string, path: string): string => `${new URL(origin).origin}/oauth/api/oauth2${path}`
