import { ShareList, ShareListQuery } from '@descant/contract'
import { Type } from 'typebox'
import type { AssetId } from '../../../domain/asset/asset.ts'
import { revokeShare } from '../../../domain/sharing/revoke-share.ts'
import type { ShareId } from '../../../domain/sharing/share.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { ignoreBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'
import { originOf } from '../../http/request-account.ts'
import { presentShare } from './present-share.ts'

/** Share links in the web application: one's own, or for administrators everyone's. They are made by #25. */
export function webShareRoutes(app: App, deps: ApiDeps): void {
  const onRequest = [authenticate(deps), requireWebApplication, requireRole('contributor')]

  app.register(async (scope: App) => {
    ignoreBodies(scope)

    scope.get(
      '/web/v1/shares',
      { onRequest, schema: { querystring: ShareListQuery, response: { 200: ShareList, ...refusals } } },
      async (request): Promise<ShareList> => {
        const { library, user, role } = callerOf(request)
        const { content, start = 0, limit = 50 } = request.query
        const { found, shares } = await library.read.shares.list({
          by: role === 'admin' ? null : user.email,
          of: (content ?? null) as AssetId | null,
          start,
          limit,
        })
        const assets = await library.read.assets.findMany(shares.flatMap(({ assetIds }) => assetIds[0] ?? []))
        const seen = { origin: originOf(request, deps), now: deps.clock.now() }
        const results = shares.map((share) => {
          const first = assets.find(({ id }) => id === share.assetIds[0])
          return presentShare(share, { ...seen, first })
        })
        return { found, results }
      },
    )

    scope.delete(
      '/web/v1/shares/:id',
      {
        onRequest,
        schema: { params: Type.Object({ id: Type.String() }), response: { 204: Type.Null(), ...refusals } },
      },
      async (request, reply) => {
        const { library, user, role } = callerOf(request)
        const by = { email: user.email, isAdmin: role === 'admin' }
        await revokeShare({ ...deps, library }, { id: request.params.id as ShareId, by })
        return reply.code(204).send(null)
      },
    )
  })
}
