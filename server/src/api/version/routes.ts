import { VersionCommentBody } from '@descant/contract'
import type { AssetId } from '../../domain/asset/asset.ts'
import { commentVersion } from '../../domain/asset/comment-version.ts'
import { isScheme } from '../../domain/asset/scheme.ts'
import type { VersionId } from '../../domain/asset/version.ts'
import { NotFound } from '../../domain/domain-error.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { Nothing } from '../http/nothing.ts'
import { readBodies } from '../http/read-bodies.ts'
import { refusals } from '../http/refusals.ts'

/** Later than v1.23: what people say of a version. */
export function versionRoutes(app: App, deps: ApiDeps): void {
  app.register(async (scope: App) => {
    readBodies(scope)
    scope.post(
      '/api/v1/version/comment',
      {
        onRequest: [authenticate(deps), requireRole('contributor')],
        config: { rateLimit: { method: '#version-comment', perMinute: 500 } },
        schema: {
          summary: 'Say something of a version',
          tags: ['Content'],
          body: VersionCommentBody,
          response: { 200: Nothing, ...refusals },
        },
      },
      async (request, reply) => {
        const { library, role } = callerOf(request)
        const { scheme, id, versionId, comment } = request.body
        if (!isScheme(scheme)) throw new NotFound(`scheme ${scheme}`)
        const asked = { scheme, id: id as AssetId, role, versionId: (versionId || null) as VersionId | null, comment }
        await commentVersion({ ...deps, library }, asked)
        return reply.send()
      },
    )
  })
}
