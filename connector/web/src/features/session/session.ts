import { queryOptions } from '@tanstack/react-query'
import type { Session } from '../../../../src/api/session-wire.ts'
import { ask, isRefused } from '../../lib/ask.ts'

export const sessionKey = ['session']

/** Who is signed in; `null`: nobody. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: ({ signal }): Promise<Session | null> =>
    ask<Session>('/api/session', { signal }).catch((error: unknown) => {
      if (isRefused(error, 401)) return null
      throw error
    }),
  staleTime: Number.POSITIVE_INFINITY,
})

export const signIn = (email: string, password: string): Promise<Session> =>
  ask('/api/session', { method: 'POST', body: { email, password } })

export const signOut = (): Promise<void> => ask('/api/session', { method: 'DELETE' })
