import { setTimeout as delay } from 'node:timers/promises'
import type { TokenSource } from '@descant/client'
import type { Clock } from '../clock.ts'
import type { GrantStore } from '../state/grants.ts'
import type { Lock } from '../state/hold-lock.ts'
import type { Tokens } from './connection.ts'
import { GrantRefused } from './failures.ts'

export type TokenSourceDeps = {
  grants: GrantStore
  grantId: string
  clock: Clock
  /** Held while renewing: two processes renewing one grant would end it. */
  holdLock: () => Lock | null
  renewWith: (tokens: Tokens) => Promise<Tokens>
}

/** The token to send now, renewed when it runs out or is refused; `GrantRefused` when that is not possible. */
export function tokenSource({ grants, grantId, clock, holdLock, renewWith }: TokenSourceDeps): TokenSource {
  let renewing: Promise<string> | null = null

  const tokens = (): Tokens => {
    const grant = grants.find(grantId)
    if (!grant || grant.refused) throw new GrantRefused(grant?.refused ?? 'The grant is gone')
    return grant.tokens
  }

  /** Callers at the same moment renew once. */
  const renew = (refused: string) => {
    renewing ??= renewOnce(refused).finally(() => {
      renewing = null
    })
    return renewing
  }

  async function renewOnce(refused: string): Promise<string> {
    const lock = await waitForLock(holdLock)
    try {
      const before = tokens()
      if (before.accessToken !== refused) return before.accessToken // another process was first
      const after = await renewWith(before)
      grants.renew(grantId, after)
      return after.accessToken
    } catch (error) {
      if (error instanceof GrantRefused) grants.refuse(grantId, error.message)
      throw error
    } finally {
      lock.release()
    }
  }

  return {
    async accessToken() {
      const { accessToken, expiresAt } = tokens()
      return expiresAt - clock.now() > 60_000 ? accessToken : renew(accessToken)
    },
    renew,
  }
}

async function waitForLock(holdLock: () => Lock | null): Promise<Lock> {
  for (;;) {
    const lock = holdLock()
    if (lock) return lock
    await delay(50)
  }
}
