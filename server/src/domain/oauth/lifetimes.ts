const seconds = 1000
const minutes = 60 * seconds
const hours = 60 * minutes
const days = 24 * hours

/** How long each thing is good for, in milliseconds. The first three are the published page's. */
export const lifetimes = {
  code: hours,
  accessToken: 30 * days, // 2,592,000 s
  refreshToken: 365 * days,
  /** The web application asks again before; a copied token soon is of no use. */
  sessionToken: 30 * minutes,
  /** From the last time it was seen. */
  session: 14 * days,
} as const

/** A session is extended at most once a day: being seen should not cost a write each time. */
export const sessionExtendedAfter = days

export const inSeconds = (ms: number): number => Math.floor(ms / seconds)
