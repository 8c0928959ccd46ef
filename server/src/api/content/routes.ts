import { ContentDetails, ContentList, ListParameters } from '@descant/contract'
import { Type } from 'typebox'
import type { AssetId } from '../../domain/asset/asset.ts'
import { schemes } from '../../domain/asset/scheme.ts'
import { NotFound } from '../../domain/domain-error.ts'
import type { App } from '../http/app.ts'
import { authenticate } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import type { ContentDeps } from '../http/content-deps.ts'
import { listContents } from '../http/list-contents.ts'
import { mayBeShown } from '../http/may-be-shown.ts'
import { presentingFor } from '../http/presenting.ts'
import { refusals } from '../http/refusals.ts'
import { editRoutes } from './edit-routes.ts'

/** #3 details and #5 lists, for the six schemes; tags, keywords and the name of one asset. */
export function contentRoutes(app: App, deps: ContentDeps): void {
  const onRequest = authenticate(deps)

  for (const scheme of schemes) {
    app.get(
      `/api/v1/${scheme}/:id`,
      {
        onRequest,
        config: { rateLimit: { method: '#3', perMinute: 500 } },
        schema: {
          summary: 'One asset, with everything about it',
          tags: ['Content'],
          params: Type.Object({ id: Type.String() }),
          response: { 200: ContentDetails, ...refusals },
        },
      },
      async (request) => {
        const { library, role } = callerOf(request)
        const id = request.params.id as AssetId
        const [details] = await deps.details.of(library, [id], await presentingFor(request, deps))
        if (details?.scheme !== scheme || !mayBeShown(role, details)) throw new NotFound(`${scheme} ${id}`)
        return details
      },
    )

    app.get(
      `/api/v1/${scheme}`,
      {
        onRequest,
        config: { rateLimit: { method: '#5', perMinute: 200 } },
        schema: {
          summary: 'Assets of one kind',
          tags: ['Content'],
          asks: ListParameters,
          response: { 200: ContentList, ...refusals },
        },
      },
      (request) => listContents(request, deps, { scheme }),
    )
  }

  // not on the published page, but clients use it: every scheme, listed like one
  app.get(
    '/api/v1/allfile',
    {
      onRequest,
      config: { rateLimit: { method: '#5', perMinute: 200 } },
      schema: {
        summary: 'Assets of every kind',
        tags: ['Content'],
        asks: ListParameters,
        response: { 200: ContentList, ...refusals },
      },
    },
    (request) => listContents(request, deps, {}),
  )
  editRoutes(app, deps)
}
