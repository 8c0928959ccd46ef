import { ViewBody } from '@descant/contract'
import { Type } from 'typebox'
import { doerOf } from '../../../domain/activity/doer.ts'
import type { AssetId } from '../../../domain/asset/asset.ts'
import { findVisibleAsset } from '../../../domain/asset/find-visible-asset.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { refusals } from '../../http/refusals.ts'

/** The web application shows pictures from addresses that name nobody, so it says itself what somebody opened. */
export function viewRoutes(app: App, deps: ApiDeps): void {
  app.post(
    '/web/v1/views',
    {
      onRequest: [authenticate(deps), requireWebApplication],
      schema: { body: ViewBody, response: { 204: Type.Null(), ...refusals } },
    },
    async (request, reply) => {
      const { library, user, role } = callerOf(request)
      const { scheme, id } = request.body
      const time = deps.clock.now()
      const asset = await findVisibleAsset(library.read, { scheme, id: id as AssetId, role }, time)
      const { recentActivity } = deps
      recentActivity.note(library, { assetId: asset.id, scheme, kind: 'previewed', by: doerOf(user), time, detail: '' })
      return reply.code(204).send(null)
    },
  )
}
