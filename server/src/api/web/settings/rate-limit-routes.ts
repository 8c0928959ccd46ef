import { ChangeRateLimitsBody, RateLimitSettings } from '@descant/contract'
import { Invalid } from '../../../domain/domain-error.ts'
import { changeRateLimits } from '../../../domain/setting/change-rate-limits.ts'
import type { RateLimits } from '../../../domain/setting/rate-limits.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import type { LimitedMethod } from '../../http/rate-limits.ts'
import { readBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'

const path = '/web/v1/rate-limits'

/** Settings → Rate limits, for administrators. `methods`: those of all routes. */
export function rateLimitRoutes(app: App, deps: ApiDeps, methods: readonly LimitedMethod[]): void {
  const onRequest = [authenticate(deps), requireWebApplication, requireRole('admin')]
  const present = ({ on, factor, perMinute }: RateLimits): RateLimitSettings => ({
    on,
    factor,
    methods: methods
      .filter(({ guards }) => !guards)
      .map(({ method, summary, perMinute: usual }) => ({ method, summary, usual, own: perMinute[method] ?? null }))
      .toSorted(byNumber),
    counted: deps.settings.rateLimits,
  })

  app.register(async (scope: App) => {
    readBodies(scope)

    scope.get(path, { onRequest, schema: { response: { 200: RateLimitSettings, ...refusals } } }, async (request) =>
      present((await callerOf(request).library.read.settings.read()).rateLimits),
    )

    scope.put(
      path,
      { onRequest, schema: { body: ChangeRateLimitsBody, response: { 200: RateLimitSettings, ...refusals } } },
      async (request) => {
        const { on, factor, perMinute } = request.body
        const unknown = Object.keys(perMinute ?? {}).find(
          (name) => !methods.some(({ method, guards }) => method === name && !guards),
        )
        if (unknown !== undefined) throw new Invalid(`perMinute: there is no method ${unknown}`)
        const edit = {
          ...(on !== undefined && { on }),
          ...(factor !== undefined && { factor }),
          ...(perMinute !== undefined && { perMinute }),
        }
        return present(await changeRateLimits({ ...deps, library: callerOf(request).library }, () => edit))
      },
    )
  })
}

type Named = { method: string }

/** `#2` before `#10`, and words after numbers. */
function byNumber(a: Named, b: Named): number {
  const numberIn = ({ method }: Named) => Number.parseInt(method.slice(1), 10) || Number.POSITIVE_INFINITY
  const [left, right] = [numberIn(a), numberIn(b)]
  return left === right ? (a.method < b.method ? -1 : 1) : left - right
}
