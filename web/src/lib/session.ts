import type { Session } from '@descant/contract'
import { failureOf } from './failure-of.ts'
import { SignedOut } from './signed-out.ts'

/** Who is signed in. The access token stays in memory: a script from elsewhere finds nothing in any storage. */
export interface SessionKeeper {
  /** From memory, or asked for with the cookie; `null` when nobody is signed in. Rejects when the server is away. */
  current(): Promise<Session | null>
  /** A token good for at least a minute. Callers at the same time share one renewal. Rejects with SignedOut. */
  token(): Promise<string>
  /** After a 401: the token we had counts for nothing. */
  forget(token: string): void
  signIn(email: string, password: string): Promise<Session>
  /** Ends every other session and every app's access; this browser stays signed in. */
  changePassword(current: string, password: string): Promise<void>
  signOut(): Promise<void>
}

const renewBeforeMs = 60_000

/** `origin`: of the server; absent in the browser, where it is the page's own. */
export function keepSession(origin = ''): SessionKeeper {
  const address = `${origin}/web/v1/session`
  let held: { session: Session; goodUntil: number } | null = null
  let asking: Promise<Session | null> | null = null

  const hold = (session: Session): Session => {
    held = { session, goodUntil: performance.now() + session.expiresIn * 1000 - renewBeforeMs }
    return session
  }

  const ask = async (): Promise<Session | null> => {
    const response = await fetch(address, { headers: { accept: 'application/json' } })
    if (response.status === 401) {
      held = null
      return null
    }
    if (!response.ok) throw await failureOf(response, 'GET')
    return hold(await response.json())
  }

  const current = async (): Promise<Session | null> => {
    if (held !== null && performance.now() < held.goodUntil) return held.session
    asking ??= ask().finally(() => {
      asking = null
    })
    return asking
  }

  return {
    current,

    async token() {
      const session = await current()
      if (session === null) throw new SignedOut()
      return session.accessToken
    },

    forget(token) {
      if (held?.session.accessToken === token) held = null
    },

    async signIn(email, password) {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      })
      if (!response.ok) throw await failureOf(response, 'POST')
      return hold(await response.json())
    },

    async changePassword(current, password) {
      const response = await fetch(`${address}/password`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ current, password }),
      })
      if (!response.ok) throw await failureOf(response, 'PUT')
      hold(await response.json())
    },

    async signOut() {
      const response = await fetch(address, { method: 'DELETE' })
      if (!response.ok && response.status !== 401) throw await failureOf(response, 'DELETE')
      held = null
    },
  }
}
