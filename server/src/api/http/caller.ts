import type { FastifyRequest } from 'fastify'
import type { Caller } from '../../domain/access/caller.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by authentication; `null` on routes that need no token. */
    caller: Caller | null
  }
}

/** Who asks. On a route that forgot to authenticate this throws, so nothing is ever answered to nobody. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error(`No authentication on ${request.routeOptions.url ?? request.url}`)
  return request.caller
}
