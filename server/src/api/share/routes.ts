import { ShareBody } from '@descant/contract'
import { Type } from 'typebox'
import { createShare } from '../../domain/sharing/create-share.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { readBodies } from '../http/read-bodies.ts'
import { refusals } from '../http/refusals.ts'
import { originOf } from '../http/request-account.ts'
import { parseShareBody } from './parse-share-body.ts'
import { sharePageRoutes } from './share-page-routes.ts'

/** #25, and the pages its links lead to. */
export function shareRoutes(app: App, deps: ApiDeps): void {
  app.register(async (scope: App) => {
    readBodies(scope)
    scope.put(
      '/api/v1/share/batch',
      {
        onRequest: [authenticate(deps), requireRole('contributor')],
        config: { rateLimit: { method: '#25', perMinute: 500 } },
        schema: {
          summary: 'A link that shows assets to whoever has it',
          tags: ['Sharing'],
          body: ShareBody,
          response: { 200: Type.String(), ...refusals },
        },
      },
      async (request, reply) => {
        const { library, user, role } = callerOf(request)
        const { id } = await createShare({ ...deps, library }, { by: user, role, ...parseShareBody(request.body) })
        return reply.type('text/plain; charset=utf-8').send(`${originOf(request, deps)}/s/${id}`)
      },
    )
  })
  sharePageRoutes(app, deps)
}
