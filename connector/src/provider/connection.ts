/** What an administrator says about the DAM to take files from. */
export type ConnectionFields = {
  provider: 'canto'
  /** As typed: a bare name, a host, or an origin. */
  domain: string
  appId: string
  appSecret: string
  keyword: string
}

/** One person's consent, or the key's own right, as tokens. */
export type Tokens = {
  kind: 'authorization-code' | 'client-credentials'
  accessToken: string
  refreshToken: string | null
  /** Milliseconds since 1970. */
  expiresAt: number
}

export type Connection = ConnectionFields & {
  /** The one registered with the key, where a consent was given through it. */
  redirectUri: string | null
  grantId: string | null
  savedAt: number
  /** What went wrong on the way, in a sentence. */
  notice: string | null
}

/** Whether a grant given for the one is good for the other. */
export const isSameApp = (one: ConnectionFields, other: ConnectionFields): boolean =>
  one.provider === other.provider &&
  one.domain === other.domain &&
  one.appId === other.appId &&
  one.appSecret === other.appSecret
