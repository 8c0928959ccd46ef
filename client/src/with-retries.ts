import { type BackOff, retryAfterMs, waitAfter } from './back-off.ts'
import type { Now } from './clock.ts'
import { ConnectionFailure } from './failures.ts'
import { pause } from './pause.ts'

export type Retry = {
  method: string
  path: string
  /** The attempt that failed, from 1. */
  attempt: number
  waitMs: number
  /** Status of the answer; `null`: there was none. */
  status: number | null
}

export type Retrying = { backOff: BackOff; now: Now; onRetry?: ((retry: Retry) => void) | undefined }

export type Attempted = {
  method: string
  url: URL
  /** Whether doing it twice is doing it once. Otherwise only a server that says "later" is asked again. */
  idempotent: boolean
  signal: AbortSignal | undefined
}

/**
 * Asks until there is an answer worth having, the attempts are used up, or there is no point. The last answer comes
 * back whatever it says; with none at all it rejects with `ConnectionFailure`.
 */
export async function withRetries<Answer extends { status: number; headers: Headers }>(
  ask: () => Promise<Answer>,
  { method, url, idempotent, signal }: Attempted,
  { backOff, now, onRetry }: Retrying,
): Promise<Answer> {
  const { host, pathname: path } = url
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted()
    const answer = await ask().catch((cause: unknown) => {
      signal?.throwIfAborted()
      return new ConnectionFailure({ method, host, path, cause })
    })
    const last = attempt >= backOff.attempts
    if (answer instanceof ConnectionFailure) {
      if (last || !idempotent || isHopeless(answer)) throw answer
    } else if (last || !mayImprove(answer, method, idempotent)) return answer

    const asked = answer instanceof ConnectionFailure ? null : retryAfterMs(answer.headers.get('retry-after'), now())
    if (asked !== null && asked > backOff.longestRetryAfterMs && !(answer instanceof ConnectionFailure)) return answer
    const waitMs = asked ?? waitAfter(attempt, backOff)
    onRetry?.({ method, path, attempt, waitMs, status: answer instanceof ConnectionFailure ? null : answer.status })
    await pause(waitMs, signal)
  }
}

function mayImprove({ status, headers }: { status: number; headers: Headers }, method: string, idempotent: boolean) {
  if (status === 429 || status === 503) return idempotent || headers.has('retry-after')
  if (status === 502 || status === 504) return idempotent
  return status === 500 && (method === 'GET' || method === 'HEAD')
}

/** A name nobody has, or a certificate nobody trusts, will be the same in a second. */
const isHopeless = ({ reason }: ConnectionFailure): boolean =>
  reason !== null && (reason === 'ENOTFOUND' || /CERT|SELF_SIGNED|ERR_TLS|ERR_INVALID|UNABLE_TO_VERIFY/.test(reason))
