import { BatchAlbumBody, BatchAlbumFailure, ContentList, CreatedCollection, ListParameters } from '@descant/contract'
import { Type } from 'typebox'
import { assignToAlbum, removeFromAlbum } from '../../domain/collection/assign-to-album.ts'
import { NotFound } from '../../domain/domain-error.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import type { ContentDeps } from '../http/content-deps.ts'
import { createFromRequest, NewCollectionParams } from '../http/create-collection.ts'
import { listContents } from '../http/list-contents.ts'
import { readBodies } from '../http/read-bodies.ts'
import { refusals } from '../http/refusals.ts'
import { parseAlbumBody } from './parse-album-body.ts'

/** #8 an album's content, #17 a new album, #26 and #27 content into it and out of it. */
export function albumRoutes(app: App, deps: ContentDeps): void {
  const onRequest = authenticate(deps)
  const mayEdit = [onRequest, requireRole('contributor')]

  app.get(
    '/api/v1/album/:id',
    {
      onRequest,
      config: { rateLimit: { method: '#8', perMinute: 200 } },
      schema: {
        summary: 'The assets of an album',
        tags: ['Folders and albums'],
        asks: ListParameters,
        params: Type.Object({ id: Type.String() }),
        response: { 200: ContentList, ...refusals },
      },
    },
    async (request) => {
      const tree = await deps.trees.of(callerOf(request).library)
      const album = tree.find(request.params.id)
      if (album?.kind !== 'album') throw new NotFound(`album ${request.params.id}`)
      return await listContents(request, deps, { albums: [album.id] })
    },
  )

  app.register(async (scope: App) => {
    readBodies(scope)
    for (const path of ['/api/v1/album/:name', '/api/v1/album/:parent/:name']) {
      scope.post(
        path,
        {
          onRequest: mayEdit,
          config: { rateLimit: { method: '#17', perMinute: 500 } },
          schema: {
            summary: path.includes(':parent') ? 'Make an album in a folder' : 'Make an album',
            tags: ['Folders and albums'],
            params: NewCollectionParams,
            response: { 200: CreatedCollection, ...refusals },
          },
        },
        (request) => createFromRequest(request, deps, 'album'),
      )
    }

    const schema = { body: BatchAlbumBody, response: { 200: Type.Array(BatchAlbumFailure), ...refusals } }
    const batches = [
      { verb: 'POST', method: '#26', change: assignToAlbum, summary: 'Put assets into an album' },
      { verb: 'DELETE', method: '#27', change: removeFromAlbum, summary: 'Take assets out of an album' },
    ] as const
    for (const { verb, method, change, summary } of batches) {
      scope.route({
        method: verb,
        url: '/api/v1/batch/album',
        onRequest: mayEdit,
        config: { rateLimit: { method, perMinute: 200 } },
        schema: { summary, tags: ['Folders and albums'], ...schema },
        async handler(request) {
          const { library, role } = callerOf(request)
          const { albumId, contents, failureOf } = parseAlbumBody(request.body)
          const failed = await change({ ...deps, library }, { albumId, contents, role })
          return failed.map(failureOf)
        },
      })
    }
  })
}
