import { CreatedCollection, Tree, TreeParameters } from '@descant/contract'
import { Type } from 'typebox'
import { NotFound } from '../../domain/domain-error.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole } from '../http/authentication.ts'
import type { ContentDeps } from '../http/content-deps.ts'
import { createFromRequest, NewCollectionParams } from '../http/create-collection.ts'
import { presentCollection } from '../http/present-collection.ts'
import { presentingFor } from '../http/presenting.ts'
import { readBodies } from '../http/read-bodies.ts'
import { refusals } from '../http/refusals.ts'
import { parseTreeQuery } from './parse-tree-query.ts'
import { presentTree } from './present-tree.ts'

const ById = Type.Object({ id: Type.String() })

/** #6 and #7 the tree, #16 a new folder, and one folder or album by itself. */
export function treeRoutes(app: App, deps: ContentDeps): void {
  const onRequest = authenticate(deps)

  app.get(
    '/api/v1/tree',
    {
      onRequest,
      config: { rateLimit: { method: '#6', perMinute: 300 } },
      schema: {
        summary: 'All folders and albums',
        tags: ['Folders and albums'],
        asks: TreeParameters,
        response: { 200: Tree, ...refusals },
      },
    },
    async (request) => presentTree(await presentingFor(request, deps), null, parseTreeQuery(request.query)),
  )

  app.get(
    '/api/v1/tree/:id',
    {
      onRequest,
      config: { rateLimit: { method: '#7', perMinute: 300 } },
      schema: {
        summary: 'The folders and albums under a folder',
        tags: ['Folders and albums'],
        asks: TreeParameters,
        params: ById,
        response: { 200: Tree, ...refusals },
      },
    },
    async (request) => {
      const presenting = await presentingFor(request, deps)
      const folder = presenting.tree.find(request.params.id)
      if (folder?.kind !== 'folder') throw new NotFound(`folder ${request.params.id}`)
      return presentTree(presenting, folder.id, parseTreeQuery(request.query))
    },
  )

  for (const kind of ['folder', 'album'] as const) {
    app.get(
      `/api/v1/info/${kind}/:id`,
      {
        onRequest,
        config: { rateLimit: { method: '#info', perMinute: 500 } },
        schema: {
          summary: `One ${kind}`,
          tags: ['Folders and albums'],
          params: ById,
          response: { 200: CreatedCollection, ...refusals },
        },
      },
      async (request) => {
        const { tree, origin } = await presentingFor(request, deps)
        const collection = tree.find(request.params.id)
        if (collection?.kind !== kind) throw new NotFound(`${kind} ${request.params.id}`)
        return presentCollection(collection, origin)
      },
    )
  }

  app.register(async (scope: App) => {
    readBodies(scope)
    for (const path of ['/api/v1/folder/:name', '/api/v1/folder/:parent/:name']) {
      scope.post(
        path,
        {
          onRequest: [onRequest, requireRole('contributor')],
          config: { rateLimit: { method: '#16', perMinute: 500 } },
          schema: {
            summary: path.includes(':parent') ? 'Make a folder in a folder' : 'Make a folder',
            tags: ['Folders and albums'],
            params: NewCollectionParams,
            response: { 200: CreatedCollection, ...refusals },
          },
        },
        (request) => createFromRequest(request, deps, 'folder'),
      )
    }
  })
}
