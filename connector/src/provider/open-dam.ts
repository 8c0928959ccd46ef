import type { Agent } from 'undici'
import type { Clock } from '../clock.ts'
import { guardedAgent } from '../network/guarded-agent.ts'
import type { Stores } from '../state/stores.ts'
import { canto } from './canto.ts'
import type { ConnectionFields } from './connection.ts'
import type { Dam } from './dam.ts'
import { damHosts } from './dam-hosts.ts'
import { renewTokens } from './oauth.ts'
import { tokenSource } from './token-source.ts'

/** Connections to the world, every one checked where it leads. */
export type Agents = { answers: Agent; files: Agent; close(): Promise<void> }

const mostAnswerBytes = 64 * 1024 * 1024

export function openAgents({ allowPrivateNetwork }: { allowPrivateNetwork: boolean }): Agents {
  const answers = guardedAgent({ allowPrivateNetwork, maxAnswerBytes: mostAnswerBytes })
  const files = guardedAgent({ allowPrivateNetwork })
  return { answers, files, close: async () => void (await Promise.all([answers.destroy(), files.destroy()])) }
}

export type OpenDamDeps = Pick<Stores, 'grants' | 'holdLock'> & { agents: Agents; clock: Clock }

export function openDam(
  { grants, holdLock, agents, clock }: OpenDamDeps,
  fields: ConnectionFields,
  grantId: string,
): Dam {
  const tokens = tokenSource({
    grants,
    grantId,
    clock,
    holdLock: () => holdLock('renewing'),
    renewWith: (before) => renewTokens({ agent: agents.answers, clock }, fields, before),
  })
  return canto({ api: damHosts(fields.domain).api, tokens, agent: agents.answers, fileAgent: agents.files })
}
