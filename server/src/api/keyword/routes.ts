import { AddKeywordBody } from '@descant/contract'
import { Type } from 'typebox'
import { addKeyword } from '../../domain/keyword/add-keyword.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { readBodies } from '../http/read-bodies.ts'
import { refusals } from '../http/refusals.ts'

/** #29: the vocabulary grows. */
export function keywordRoutes(app: App, deps: ApiDeps): void {
  app.register(async (scope: App) => {
    readBodies(scope)
    scope.post(
      '/api/v1/keyword',
      {
        onRequest: [authenticate(deps), requireRole('contributor')],
        config: { rateLimit: { method: '#29', perMinute: 500 } },
        schema: {
          summary: 'Add a keyword to the vocabulary',
          tags: ['Keywords and tags'],
          body: AddKeywordBody,
          response: { 200: Type.Literal('success'), ...refusals },
        },
      },
      async (request, reply) => {
        const { library } = callerOf(request)
        const { name, description } = request.body
        await addKeyword({ ...deps, library }, { name, description: description ?? '' })
        return reply.type('text/plain; charset=utf-8').send('success')
      },
    )
  })
}
