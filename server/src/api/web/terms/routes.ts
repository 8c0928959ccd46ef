import { Type } from 'typebox'
import type { AssetId } from '../../../domain/asset/asset.ts'
import { isScheme } from '../../../domain/asset/scheme.ts'
import { NotFound } from '../../../domain/domain-error.ts'
import { acceptTerms } from '../../../domain/terms/accept-terms.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { Nothing } from '../../http/nothing.ts'
import { ignoreBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'

/** Whoever downloads accepts an asset's terms first, once, for themselves; apps for the user they speak for. */
export function termsRoutes(app: App, deps: ApiDeps): void {
  app.register(async (scope: App) => {
    ignoreBodies(scope)
    scope.post(
      '/web/v1/assets/:scheme/:id/accept-terms',
      {
        onRequest: authenticate(deps),
        schema: {
          params: Type.Object({ scheme: Type.String(), id: Type.String() }),
          response: { 200: Nothing, ...refusals },
        },
      },
      async (request, reply) => {
        const { library, role, user } = callerOf(request)
        const { scheme, id } = request.params
        if (!isScheme(scheme)) throw new NotFound(`scheme ${scheme}`)
        await acceptTerms({ ...deps, library }, { scheme, id: id as AssetId, role, user: user.id })
        return reply.send()
      },
    )
  })
}
