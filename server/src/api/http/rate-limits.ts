import type { FastifyRequest } from 'fastify'
import { TooManyRequests } from '../../domain/access/too-many-requests.ts'
import type { Library } from '../../domain/ports/library.ts'
import { limitOf, type RateLimits, usualRateLimits } from '../../domain/setting/rate-limits.ts'
import type { ApiDeps } from './api-deps.ts'
import type { App } from './app.ts'
import { identify } from './identify.ts'
import { keptUnderStamps } from './kept-under-stamps.ts'
import { slidingWindows } from './sliding-windows.ts'

/** One method of the published page and how often a token may call it. */
export type RateLimit = {
  /** Its number, `#1` … `#44`; routes of the same method (with and without a portal, say) share one window. */
  method: `#${string}`
  perMinute: number
  /** Keeps strangers from wearing the server out: no account's settings change it. */
  guards?: boolean
}

/** A method of this server and how often it may be called unless an account says otherwise. */
export type LimitedMethod = RateLimit & { summary: string }

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
 * address (contract §7). Each process counts for itself. Answers the methods of all routes that are declared afterwards.
 */
export function limitRates(app: App, deps: LimitDeps): LimitedMethod[] {
  const methods = collectMethods(app)
  if (!deps.settings.rateLimits) return methods
  const windows = slidingWindows()

  app.addHook('onRequest', async (request, reply) => {
    const rule = request.routeOptions.config.rateLimit
    if (!rule || request.method === 'OPTIONS') return
    const { who, limit } = await whoAsks(request, rule, deps)
    if (limit === null) return
    const { served, remaining, resetSeconds } = windows.take(`${rule.method} ${who}`, limit, deps.clock.now())
    reply.header('ratelimit-limit', String(limit))
    reply.header('ratelimit-remaining', String(remaining))
    reply.header('ratelimit-reset', String(resetSeconds))
    if (served) return
    throw new TooManyRequests(
      `This method answers ${limit} times a minute. Please try again in ${resetSeconds} s`,
      resetSeconds,
    )
  })
  return methods
}

type LimitDeps = Pick<ApiDeps, 'clock' | 'settings' | 'control' | 'libraries' | 'secrets'>

function collectMethods(app: App): LimitedMethod[] {
  const methods: LimitedMethod[] = []
  app.addHook('onRoute', ({ config, schema }) => {
    const rule = config?.rateLimit
    if (rule && !methods.some(({ method }) => method === rule.method)) {
      methods.push({ ...rule, summary: schema?.summary ?? '' })
    }
  })
  return methods
}

/** Who is counted, and how often they may call: what their account says, or for strangers the usual number. */
async function whoAsks(
  request: FastifyRequest,
  { method, perMinute, guards = false }: RateLimit,
  deps: LimitDeps,
): Promise<{ who: string; limit: number | null }> {
  const { caller } = await identify(request, deps)
  if (!caller) return { who: `at ${request.ip}`, limit: perMinute }
  const limits = guards ? usualRateLimits : await rateLimitsOf(caller.library)
  return { who: caller.tokenDigest, limit: limitOf(limits, method, perMinute) }
}

const kept = keptUnderStamps<RateLimits>()

const rateLimitsOf = (library: Library): Promise<RateLimits> =>
  kept.under(library.part?.whole ?? library, [library.stamp()], '', async () => {
    return (await library.read.settings.read()).rateLimits
  })
