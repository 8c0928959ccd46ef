/** The only source of time. Milliseconds since 1970, UTC. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** A time as answers and records carry it: ISO 8601 in UTC. */
export const isoTime = (ms: number): string => new Date(ms).toISOString()
