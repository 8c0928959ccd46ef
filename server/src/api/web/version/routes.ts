import { ContentDetails } from '@descant/contract'
import { Type } from 'typebox'
import type { AssetId } from '../../../domain/asset/asset.ts'
import { revertToVersion } from '../../../domain/asset/revert-to-version.ts'
import { isScheme } from '../../../domain/asset/scheme.ts'
import type { VersionId } from '../../../domain/asset/version.ts'
import { NotFound } from '../../../domain/domain-error.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import type { ContentDeps } from '../../http/content-deps.ts'
import { presentingFor } from '../../http/presenting.ts'
import { ignoreBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'

/** An old version becomes the new one; answers the asset as it is then, whose scheme may be another. */
export function revertRoutes(app: App, deps: ContentDeps): void {
  app.register(async (scope: App) => {
    ignoreBodies(scope)
    scope.post(
      '/web/v1/assets/:scheme/:id/versions/:versionId/revert',
      {
        onRequest: [authenticate(deps), requireWebApplication, requireRole('contributor')],
        schema: {
          params: Type.Object({ scheme: Type.String(), id: Type.String(), versionId: Type.String() }),
          response: { 200: ContentDetails, ...refusals },
        },
      },
      async (request) => {
        const { library, role, user } = callerOf(request)
        const { scheme } = request.params
        const id = request.params.id as AssetId
        if (!isScheme(scheme)) throw new NotFound(`scheme ${scheme}`)
        const versionId = request.params.versionId as VersionId
        await revertToVersion({ ...deps, library }, { scheme, id, role, versionId, by: user })
        const [details] = await deps.details.of(library, [id], await presentingFor(request, deps))
        if (!details) throw new NotFound(`${scheme} ${id}`)
        return details
      },
    )
  })
}
