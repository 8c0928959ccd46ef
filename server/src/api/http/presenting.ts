import type { FastifyRequest } from 'fastify'
import { callerOf } from './caller.ts'
import type { ContentDeps } from './content-deps.ts'
import type { Presenting } from './present-content.ts'
import { originOf } from './request-account.ts'

/** What presenters need to know about the request they answer. */
export async function presentingFor(request: FastifyRequest, deps: ContentDeps): Promise<Presenting> {
  const { account, library, role } = callerOf(request)
  const now = deps.clock.now()
  return {
    accountId: account.id,
    origin: originOf(request, deps),
    addresses: deps.addresses,
    tree: await deps.trees.seenBy(role, library, now),
    profile: await deps.profiles.of(library),
    now,
    forConsumers: role === 'consumer',
  }
}
