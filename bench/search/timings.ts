/** Milliseconds. */
export type Timings = { median: number; p99: number; count: number }

export function timingsOf(samples: readonly number[]): Timings {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p99: at(0.99), count: sorted.length }
}
