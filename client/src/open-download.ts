import type { Api } from './api.ts'
import { CantoFailure } from './failures.ts'
import { anySignal } from './pause.ts'
import { failureOf } from './read-json.ts'
import { isRedirect, openAnswer } from './timed-fetch.ts'
import { withRetries } from './with-retries.ts'

export type Wanted = {
  url: URL
  /** First byte wanted. */
  from: number
  /** Of the bytes one has already; other bytes now are sent from their beginning. */
  etag: string | null
  accept: string | undefined
  signal: AbortSignal | undefined
}

/**
 * The answer that carries the bytes, body unread: 200 with all of it, or 206 with the rest. The token goes to the API's
 * own origin with the first request and never to where that redirects.
 */
export async function openDownload(api: Api, wanted: Wanted): Promise<Response> {
  const signal = anySignal(wanted.signal, api.signal)
  const headers: Record<string, string> = {
    // bytes as they are stored, or offsets would mean nothing
    'accept-encoding': 'identity',
    ...(wanted.accept !== undefined && { accept: wanted.accept }),
    ...(wanted.from > 0 && { range: `bytes=${wanted.from}-` }),
    ...(wanted.from > 0 && wanted.etag !== null && { 'if-range': wanted.etag }),
  }
  const open = (url: URL, more: Record<string, string>) =>
    withRetries(
      () =>
        openAnswer(api.fetch, {
          method: 'GET',
          url,
          headers: { ...headers, ...more },
          signal,
          timeoutMs: api.timeoutMs,
        }),
      { method: 'GET', url, idempotent: true, signal },
      api.retrying,
    )

  let url = wanted.url
  let answer =
    url.origin === api.origin
      ? await api.withToken(signal, (accessToken) => open(url, api.headersFor(accessToken)))
      : await open(url, {})
  for (let hops = 0; isRedirect(answer); hops++) {
    if (answer.type === 'opaqueredirect') return checked(await followInBrowser(api, url, headers, signal), url, api)
    await answer.body?.cancel()
    url = nextAddress(answer, url, hops)
    answer = await open(url, {})
  }
  return checked(answer, url, api)
}

function nextAddress(answer: Response, from: URL, hops: number): URL {
  const location = answer.headers.get('location') ?? ''
  const next = URL.canParse(location, from) ? new URL(location, from) : null
  const fault =
    next === null || !['http:', 'https:'].includes(next.protocol)
      ? 'to nowhere'
      : from.protocol === 'https:' && next.protocol === 'http:'
        ? 'from https to http'
        : hops >= mostHops
          ? 'without an end'
          : null
  if (next !== null && fault === null) return next
  const { status } = answer
  throw new CantoFailure({ status, method: 'GET', path: from.pathname, message: `The download redirects ${fault}` })
}

/** A browser hides where a redirect leads; it follows by itself, and takes the token away when the origin changes. */
const followInBrowser = (api: Api, url: URL, headers: Record<string, string>, signal: AbortSignal | undefined) =>
  api.withToken(signal, (accessToken) =>
    api.fetch(url.href, {
      headers: { ...headers, ...(url.origin === api.origin && api.headersFor(accessToken)) },
      credentials: 'omit',
      ...(signal !== undefined && { signal }),
    }),
  )

async function checked(answer: Response, url: URL, api: Api): Promise<Response> {
  if (answer.status === 200 || answer.status === 206) return answer
  const text = (await answer.text()).slice(0, 10_000)
  throw failureOf(
    { status: answer.status, headers: answer.headers, text, redirected: false },
    { method: 'GET', path: url.pathname, now: api.now() },
  )
}

const mostHops = 5
