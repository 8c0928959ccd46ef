import { BatchEditBody, BatchValues, ContentsBody } from '@descant/contract'
import { Type } from 'typebox'
import { commonValues } from '../../domain/batch/common-values.ts'
import { editAssets, findAll } from '../../domain/batch/edit-assets.ts'
import { Invalid } from '../../domain/domain-error.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import type { ContentDeps } from '../http/content-deps.ts'
import { readBodies } from '../http/read-bodies.ts'
import { refusals } from '../http/refusals.ts'
import { batchEditExample } from './batch-edit-example.ts'
import { parseContents, parseContentsBody } from './parse-contents.ts'
import { parseEdits } from './parse-edits.ts'
import { presentBatchValues } from './present-batch-values.ts'

/** #21 and #22: what several assets have in common, and changing it on all of them or on none. */
export function batchEditRoutes(app: App, deps: ContentDeps): void {
  const onRequest = [authenticate(deps), requireRole('contributor')]

  app.register(async (scope: App) => {
    readBodies(scope)

    scope.post(
      '/api/v1/batch/edit',
      {
        onRequest,
        config: { rateLimit: { method: '#21', perMinute: 500 } },
        schema: {
          summary: 'What several assets have in common',
          tags: ['Batch'],
          body: ContentsBody,
          response: { 200: BatchValues, ...refusals },
        },
      },
      async (request) => {
        const { library, role } = callerOf(request)
        const contents = parseContentsBody(request.body)
        if (contents.length === 0) throw new Invalid('contents: name at least one')
        const assets = await findAll(library.read, { contents, role, time: deps.clock.now() })
        const { fields } = await deps.profiles.of(library)
        const vocabulary = await library.read.keywords.allWithUse()
        return presentBatchValues(commonValues(assets), { vocabulary, fields })
      },
    )

    scope.put(
      '/api/v1/batch/edit',
      {
        onRequest,
        config: { rateLimit: { method: '#22', perMinute: 200 } },
        schema: {
          summary: 'Change several assets, or none',
          tags: ['Batch'],
          example: { body: batchEditExample },
          body: BatchEditBody,
          response: { 200: Type.Literal('success'), ...refusals },
        },
      },
      async (request, reply) => {
        const { library, role } = callerOf(request)
        const contents = parseContents(request.body.contents)
        const { fields } = await deps.profiles.of(library)
        await editAssets({ ...deps, library }, { contents, edits: parseEdits(request.body, fields), role })
        return reply.type('text/plain; charset=utf-8').send('success')
      },
    )
  })
}
