const minute = 60_000
const sweepEvery = 10_000
/** Beyond this many callers in one minute the one seen longest ago is forgotten. */
const mostWindows = 100_000

export type Place = {
  served: boolean
  /** How many more would be served now. */
  remaining: number
  /** Whole seconds until the oldest request leaves the window; 0 while there is none. */
  resetSeconds: number
}

/**
 * Who asked when, in the last minute. Exact: times are kept, not counters. Only served requests are kept, so memory
 * is bounded by what this process serves in a minute; windows nobody used for a minute are dropped.
 */
export function slidingWindows(): { take(key: string, limit: number, now: number): Place; size(): number } {
  const windows = new Map<string, number[]>()
  let sweptAt = 0

  return {
    take(key, limit, now) {
      if (now - sweptAt >= sweepEvery || windows.size > mostWindows) {
        sweep(windows, now)
        sweptAt = now
      }
      const times = windows.get(key) ?? []
      windows.delete(key) // and back in at the end: a Map keeps the order of use
      windows.set(key, times)
      const first = times.findIndex((time) => time > now - minute)
      times.splice(0, first === -1 ? times.length : first)

      const served = times.length < limit
      if (served) times.push(now)
      const oldest = times[0]
      return {
        served,
        remaining: Math.max(0, limit - times.length),
        resetSeconds: oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + minute - now) / 1000)),
      }
    },
    size: () => windows.size,
  }
}

function sweep(windows: Map<string, number[]>, now: number): void {
  for (const [key, times] of windows) {
    const isStale = (times.at(-1) ?? 0) <= now - minute
    if (!isStale && windows.size <= mostWindows) return // the rest was used later
    windows.delete(key)
  }
}
