import type { FastifyRequest } from 'fastify'
import { TooManyRequests } from '../../domain/access/too-many-requests.ts'
import type { ApiDeps } from './api-deps.ts'
import type { App } from './app.ts'
import { identify } from './identify.ts'
import { slidingWindows } from './sliding-windows.ts'

/** One method of the published page and how often a token may call it. */
export type RateLimit = {
  /** Its number, `#1` … `#44`; routes of the same method (with and without a portal, say) share one window. */
  method: `#${string}`
  perMinute: number
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * How often this route may be called. Declare it beside the schema and nothing else is needed:
     *
     *     app.get('/api/v1/user', { config: { rateLimit: { method: '#2', perMinute: 1000 } }, … }, …)
     */
    rateLimit?: RateLimit
  }
}

/**
 * N calls are served, the next is 429, per token and method number in a sliding minute; without a good token, per
 * address (contract §7). Each process counts for itself.
 */
export function limitRates(app: App, deps: Pick<ApiDeps, 'clock' | 'settings' | 'control' | 'libraries' | 'secrets'>) {
  if (!deps.settings.rateLimits) return
  const windows = slidingWindows()

  app.addHook('onRequest', async (request, reply) => {
    const limit = request.routeOptions.config.rateLimit
    if (!limit || request.method === 'OPTIONS') return
    const key = `${limit.method} ${await whoAsks(request, deps)}`
    const { served, remaining, resetSeconds } = windows.take(key, limit.perMinute, deps.clock.now())
    reply.header('ratelimit-limit', String(limit.perMinute))
    reply.header('ratelimit-remaining', String(remaining))
    reply.header('ratelimit-reset', String(resetSeconds))
    if (served) return
    throw new TooManyRequests(
      `This method answers ${limit.perMinute} times a minute. Please try again in ${resetSeconds} s`,
      resetSeconds,
    )
  })
}

async function whoAsks(request: FastifyRequest, deps: Parameters<typeof identify>[1]): Promise<string> {
  const identity = await identify(request, deps)
  return identity.caller ? identity.caller.tokenDigest : `at ${request.ip}`
}
