import { type Client, createClient } from '@descant/client'
import type { SessionKeeper } from './session.ts'
import { openWebApi, type WebApi } from './web-api.ts'

/** The server, asked in the name of whoever is signed in: the public API, and beside it what only this web app needs. */
export type Dam = Client & { web: WebApi }

export function openDam(keeper: SessionKeeper): Dam {
  const token = {
    accessToken: () => keeper.token(),
    async renew(refused: string) {
      keeper.forget(refused)
      const session = await keeper.current()
      return session?.accessToken ?? null
    },
  }
  const { origin } = window.location
  // A person is waiting: better to say soon that it failed, with a way to try again.
  const backOff = { attempts: 3, longestMs: 4000, longestRetryAfterMs: 10_000 }
  return { ...createClient({ origin, token, backOff }), web: openWebApi(token) }
}
