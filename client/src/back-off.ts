/** How long and how often to try again. */
export type BackOff = {
  /** All attempts, the first included. */
  attempts: number
  /** Before the second attempt; doubles after that. */
  firstMs: number
  /** No wait of our own choice is longer. */
  longestMs: number
  /** A `Retry-After` beyond this is not waited for: the failure says how long it would have been. */
  longestRetryAfterMs: number
}

export const usualBackOff: BackOff = { attempts: 5, firstMs: 500, longestMs: 30_000, longestRetryAfterMs: 120_000 }

/** Half of it is fixed and half is chance, so that many clients do not come back at once. `chance` is 0…1. */
export function waitAfter(attempt: number, { firstMs, longestMs }: BackOff, chance = Math.random()): number {
  const full = Math.min(longestMs, firstMs * 2 ** (attempt - 1))
  return full / 2 + (full / 2) * chance
}

/** `Retry-After` in milliseconds from now: seconds or an HTTP date (RFC 9110 §10.2.3); `null` where there is none. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const value = header?.trim() ?? ''
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const date = value === '' ? Number.NaN : Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
