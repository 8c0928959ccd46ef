import { createClient } from '@descant/client'
import { guardedAgent } from '@descant/network'
import type { Clock } from '../clock.ts'
import { type Agents, guardedFetch } from '../network/guarded-fetch.ts'
import type { Stores } from '../state/stores.ts'
import { canto } from './canto.ts'
import type { ConnectionFields } from './connection.ts'
import type { Dam } from './dam.ts'
import { damAddresses } from './dam-addresses.ts'
import { renewTokens } from './oauth.ts'
import { tokenSource } from './token-source.ts'

const mostAnswerBytes = 64 * 1024 * 1024

export function openAgents({ allowPrivateNetwork }: { allowPrivateNetwork: boolean }): Agents {
  const limits = { allowPrivateNetwork, connectTimeoutMs: 10_000, answerTimeoutMs: 90_000, connections: 16 }
  const answers = guardedAgent({ ...limits, maxAnswerBytes: mostAnswerBytes })
  const files = guardedAgent(limits)
  return { answers, files, close: async () => void (await Promise.all([answers.destroy(), files.destroy()])) }
}

export type OpenDamDeps = Pick<Stores, 'grants' | 'holdLock'> & { agents: Agents; clock: Clock }
export type OpenDamOptions = {
  /** Tries per request; fewer when a person is waiting for the answer. */
  attempts?: number
}

export function openDam(
  { grants, holdLock, agents, clock }: OpenDamDeps,
  fields: ConnectionFields,
  grantId: string,
  { attempts = 3 }: OpenDamOptions = {},
): Dam {
  const token = tokenSource({
    grants,
    grantId,
    clock,
    holdLock: () => holdLock('renewing'),
    renewWith: (before) => renewTokens({ agents, clock }, fields, before),
  })
  return canto(
    createClient({
      origin: damAddresses(fields.domain).api,
      token,
      fetch: guardedFetch(agents),
      userAgent: 'Descant connector',
      backOff: { attempts, longestMs: 5000 },
      now: () => clock.now(),
    }),
  )
}
