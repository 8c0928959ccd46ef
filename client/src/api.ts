import { type BackOff, usualBackOff } from './back-off.ts'
import { type Now, systemNow } from './clock.ts'
import { anySignal } from './pause.ts'
import { bareValueOf, failureOf, jsonOf } from './read-json.ts'
import { type Fetch, type ReadAnswer, readAnswer } from './timed-fetch.ts'
import type { TokenSource } from './token-source.ts'
import { type Retry, withRetries } from './with-retries.ts'

export type ClientOptions = {
  /** Scheme, host and port of the API: `https://acme.canto.com`. */
  origin: string
  /** `null`: ask without a token. */
  token: TokenSource | null
  /** The part of the library; absent: the main library. */
  portal?: string
  /** Absent: the platform's own. */
  fetch?: Fetch
  userAgent?: string
  /** Ends everything the client is doing. */
  signal?: AbortSignal
  onRetry?: (retry: Retry) => void
  backOff?: Partial<BackOff>
  /** 60 seconds where absent; how long a server may take to answer. */
  timeoutMs?: number
  now?: Now
}

export type CallOptions = { signal?: AbortSignal | undefined }

export type Call = CallOptions & {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Encoded, from its slash on, below `/api/v1` or `/api_binary/v1`. */
  path: string
  /** Encoded, without the question mark. */
  query?: string
  json?: unknown
  /** On top of the usual time, for a server that was asked to wait. */
  extraMs?: number
  binary?: boolean
}

/** The connection every method shares: addresses, token, retries, reading. */
export type Api = ReturnType<typeof openApi>

export function openApi(options: ClientOptions) {
  const { token, portal, userAgent } = options
  const origin = new URL(options.origin).origin
  const fetch: Fetch = options.fetch ?? ((...request) => globalThis.fetch(...request))
  const now = options.now ?? systemNow
  const timeoutMs = options.timeoutMs ?? 60_000
  const retrying = { backOff: { ...usualBackOff, ...options.backOff }, now, onRetry: options.onRetry }
  const version = portal === undefined ? '/v1' : `/p/${encodeURIComponent(portal)}/v1`

  const headersFor = (accessToken: string | null): Record<string, string> => ({
    ...(accessToken !== null && { authorization: `Bearer ${accessToken}` }),
    ...(userAgent !== undefined && { 'user-agent': userAgent }),
  })

  /** Asks with the token, and once more with a new one when that was refused. */
  async function withToken<Answer extends { status: number }>(
    signal: AbortSignal | undefined,
    ask: (accessToken: string | null) => Promise<Answer>,
  ): Promise<Answer> {
    if (token === null) return ask(null)
    const accessToken = await token.accessToken(signal)
    const answer = await ask(accessToken)
    if (answer.status !== 401) return answer
    const renewed = await token.renew(accessToken, signal)
    return renewed === null || renewed === accessToken ? answer : ask(renewed)
  }

  async function send(call: Call): Promise<ReadAnswer> {
    const { method = 'GET', path, query, json } = call
    const url = new URL(`${origin}${call.binary ? '/api_binary' : '/api'}${version}${path}`)
    if (query) url.search = `?${query}`
    const signal = anySignal(call.signal, options.signal)
    const answer = await withToken(signal, (accessToken) =>
      withRetries(
        () =>
          readAnswer(fetch, {
            method,
            url,
            headers: { ...headersFor(accessToken), ...(json !== undefined && { 'content-type': 'application/json' }) },
            body: json === undefined ? undefined : JSON.stringify(json),
            signal,
            timeoutMs: timeoutMs + (call.extraMs ?? 0),
          }),
        { method, url, idempotent: method !== 'POST', signal },
        retrying,
      ),
    )
    if (answer.status < 200 || answer.status > 299 || answer.redirected) throw failureOf(answer, askedBy(call, url))
    return answer
  }

  const askedBy = (call: Call, url: URL) => ({ method: call.method ?? 'GET', path: url.pathname, now: now() })
  const asked = (call: Call) => ({ method: call.method ?? 'GET', path: call.path, now: now() })

  return {
    origin,
    /** What paths of bytes begin with. */
    binaryBase: `${origin}/api_binary${version}`,
    fetch,
    now,
    timeoutMs,
    retrying,
    signal: options.signal,
    headersFor,
    withToken,
    /** A JSON object or array; `looksRight` keeps a page or another server's answer from passing as one. */
    async json<Shape>(call: Call, looksRight: (body: object) => boolean): Promise<Shape> {
      return jsonOf<Shape>(await send(call), asked(call), looksRight)
    },
    /** One bare value. */
    async value(call: Call): Promise<string> {
      return bareValueOf(await send(call), asked(call))
    },
    /** Whatever is said, as text; an empty answer is fine. */
    async text(call: Call): Promise<string> {
      return (await send(call)).text
    },
  }
}
