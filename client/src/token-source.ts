import { type Now, systemNow } from './clock.ts'
import { clientCredentials, type Grant, type OAuthApp, refresh } from './oauth.ts'
import { unlessAborted } from './pause.ts'

/** Where access tokens come from. */
export interface TokenSource {
  /** One that should be good. */
  accessToken(signal?: AbortSignal): Promise<string>
  /** One to use instead of the one that was refused; `null`: there is none. */
  renew(refused: string, signal?: AbortSignal): Promise<string | null>
}

/** Somebody is to sign in (again): there is no grant, or it has ended. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected'
}

export const fixedToken = (accessToken: string): TokenSource => ({
  accessToken: async () => accessToken,
  renew: async () => null,
})

export type KeptGrant = {
  load(): Promise<Grant | null>
  /** Resolves when it is durable. */
  save(grant: Grant): Promise<void>
  app: OAuthApp
  /** A token is renewed this long before its end, or in the last tenth of its time where that is shorter: 5 minutes. */
  renewBeforeMs?: number
}

/**
 * Tokens of a person's grant. Renewed once for all who ask at the same time, before the end and when one is refused;
 * the new pair is saved before it is used, since the old refresh token works until then and not after.
 */
export function tokenSource({ load, save, app, renewBeforeMs = 300_000 }: KeptGrant): TokenSource {
  const now: Now = app.now ?? systemNow
  return renewing({
    now,
    renewBeforeMs,
    load,
    async renew(old) {
      if (old?.refreshToken == null) throw new NotConnected('There is no grant to go on with; sign in again')
      const grant = await refresh(app, old.refreshToken)
      // some servers keep the refresh token as it is and do not repeat it
      const kept = { ...grant, refreshToken: grant.refreshToken ?? old.refreshToken }
      await save(kept)
      return kept
    },
  })
}

/** Tokens of the API key itself, for programs without a person. */
export function clientCredentialsSource(
  app: OAuthApp,
  asked: Parameters<typeof clientCredentials>[1] = {},
): TokenSource {
  return renewing({
    now: app.now ?? systemNow,
    renewBeforeMs: 300_000,
    load: async () => null,
    renew: () => clientCredentials(app, asked),
  })
}

type Renewing = {
  now: Now
  renewBeforeMs: number
  load(): Promise<Grant | null>
  renew(old: Grant | null): Promise<Grant>
}

function renewing({ now, renewBeforeMs, load, renew }: Renewing): TokenSource {
  let current: Grant | null = null
  let margin = renewBeforeMs
  let restUntil = 0
  let underway: Promise<Grant> | null = null

  const isFresh = (grant: Grant) => grant.expiresAt - now() > margin || (now() < restUntil && grant.expiresAt > now())

  function keep(grant: Grant): Grant {
    if (grant.accessToken === current?.accessToken) return current
    margin = Math.max(0, Math.min(renewBeforeMs, (grant.expiresAt - now()) / 10))
    restUntil = 0
    current = grant
    return grant
  }

  /** `refused`: the token that must not come back. */
  async function next(refused: string | null): Promise<Grant> {
    // somebody else may have renewed it: another process on the same grant
    const kept = (await load()) ?? current
    const usable = kept !== null && kept.accessToken !== refused ? keep(kept) : null
    if (usable !== null && isFresh(usable)) return usable
    try {
      return keep(await renew(kept))
    } catch (error) {
      if (usable === null || usable.expiresAt <= now()) throw error
      restUntil = now() + restMs // it will do for now; nobody is helped by asking before every call
      return usable
    }
  }

  function once(refused: string | null): Promise<Grant> {
    underway ??= next(refused).finally(() => {
      underway = null
    })
    return underway
  }

  return {
    async accessToken(signal) {
      if (current !== null && isFresh(current)) return current.accessToken
      return (await unlessAborted(once(null), signal)).accessToken
    },
    async renew(refused, signal) {
      if (current !== null && current.accessToken !== refused) return current.accessToken
      const first = await unlessAborted(once(refused), signal)
      // what was under way may have begun before the refusal
      if (first.accessToken !== refused) return first.accessToken
      return (await unlessAborted(once(refused), signal)).accessToken
    },
  }
}

const restMs = 30_000
