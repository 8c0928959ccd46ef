import type { FastifyRequest } from 'fastify'
import type { Caller } from '../../domain/access/caller.ts'
import { Unauthenticated } from '../../domain/access/unauthenticated.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { authenticate } from '../../domain/oauth/authenticate.ts'
import type { ApiDeps } from './api-deps.ts'
import { bearerToken } from './bearer-token.ts'
import { keptUnderStamps } from './kept-under-stamps.ts'
import { portalIn } from './portal-path.ts'
import { accountOf } from './request-account.ts'

export type Identity = { caller: Caller; refused?: never } | { caller?: never; refused: DomainError }
type IdentifyDeps = Pick<ApiDeps, 'control' | 'libraries' | 'secrets' | 'clock'>

const identities = new WeakMap<FastifyRequest, Promise<Identity>>()

/** Who asks, or why we can't say; found once per request, for the rate limits and for authentication alike. */
export function identify(request: FastifyRequest, deps: IdentifyDeps): Promise<Identity> {
  const known = identities.get(request)
  if (known) return known
  const identity = lookUp(request, deps)
  identities.set(request, identity)
  return identity
}

/** Looked up anew, for answers that were waited for: the token may have ended meanwhile. */
export async function identifyAgain(request: FastifyRequest, deps: IdentifyDeps): Promise<void> {
  const { refused } = await lookUp(request, deps)
  if (refused) throw refused
}

const callers = keptUnderStamps<Caller>()

/** As `authenticate` says; said again without asking as long as nothing was committed, for a second at most. */
async function callerOf(deps: IdentifyDeps, asked: Parameters<typeof authenticate>[1]): Promise<Caller> {
  const { control, libraries, clock } = deps
  const stamps = [control.stamp(), (await libraries.of(asked.account)).stamp(), Math.floor(clock.now() / 1000)]
  const key = `${asked.account.id} ${asked.portal ?? ''} ${asked.token}`
  return await callers.under(control, stamps, key, () => authenticate(deps, asked))
}

async function lookUp(request: FastifyRequest, deps: IdentifyDeps): Promise<Identity> {
  try {
    const account = accountOf(request) // a host that names none is 404 before any token is looked at
    const token = bearerToken(request)
    if (!token) throw new Unauthenticated('This needs an access token, as Authorization: Bearer …')
    return { caller: await callerOf(deps, { token, account, portal: portalIn(request) }) }
  } catch (error) {
    if (error instanceof DomainError) return { refused: error }
    throw error
  }
}
