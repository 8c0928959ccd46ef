import { ChangeCollectionBody, CreatedCollection } from '@descant/contract'
import { Type } from 'typebox'
import { changeCollection } from '../../../domain/collection/change-collection.ts'
import type { CollectionId } from '../../../domain/collection/collection.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import type { ContentDeps } from '../../http/content-deps.ts'
import { presentCollection } from '../../http/present-collection.ts'
import { presentingFor } from '../../http/presenting.ts'
import { readBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'

const params = Type.Object({ id: Type.String() })

/** Renaming, describing and moving folders and albums, which the published API lacks; for apps of editors as well. */
export function collectionRoutes(app: App, deps: ContentDeps): void {
  const onRequest = [authenticate(deps), requireRole('contributor')]

  app.register(async (scope: App) => {
    readBodies(scope)

    for (const [kind, path] of [
      ['folder', '/web/v1/folders/:id'],
      ['album', '/web/v1/albums/:id'],
    ] as const) {
      scope.put(
        path,
        {
          onRequest,
          config: { rateLimit: { method: '#change-collection', perMinute: 500 } },
          schema: { params, body: ChangeCollectionBody, response: { 200: CreatedCollection, ...refusals } },
        },
        async (request) => {
          const { name, description, parentId } = request.body
          const id = request.params.id as CollectionId
          const edit = {
            ...(name !== undefined && { name }),
            ...(description !== undefined && { description }),
            ...(parentId !== undefined && { parentId: parentId as CollectionId | null }),
          }
          await changeCollection({ ...deps, library: callerOf(request).library }, { id, kind, edit })

          const { tree, origin } = await presentingFor(request, deps)
          const changed = tree.find(id)
          if (!changed) throw new Error(`${kind} ${id} is not in the tree right after it was changed`)
          return presentCollection(changed, origin)
        },
      )
    }
  })
}
