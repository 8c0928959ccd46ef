import { DescribeKeywordBody, RemovedKeyword, Vocabulary } from '@descant/contract'
import { Type } from 'typebox'
import { describeKeyword } from '../../../domain/keyword/describe-keyword.ts'
import type { KeywordId } from '../../../domain/keyword/keyword.ts'
import { removeKeyword } from '../../../domain/keyword/remove-keyword.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { Nothing } from '../../http/nothing.ts'
import { readBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'

const ById = Type.Object({ id: Type.String() })

/**
 * The vocabulary in the web application: whoever may put keywords on assets sees it, administrators change it in
 * Settings → Keywords. Words are added by #29.
 */
export function vocabularyRoutes(app: App, deps: ApiDeps): void {
  const inWebApplication = [authenticate(deps), requireWebApplication]
  const onRequest = [...inWebApplication, requireRole('admin')]

  app.register(async (scope: App) => {
    readBodies(scope)

    scope.get(
      '/web/v1/keywords',
      {
        onRequest: [...inWebApplication, requireRole('contributor')],
        schema: { response: { 200: Vocabulary, ...refusals } },
      },
      async (request): Promise<Vocabulary> => {
        const keywords = await callerOf(request).library.read.keywords.allWithUse()
        return { results: keywords.map(({ id, name, description, assets }) => ({ id, name, description, assets })) }
      },
    )

    scope.put(
      '/web/v1/keywords/:id',
      { onRequest, schema: { params: ById, body: DescribeKeywordBody, response: { 200: Nothing, ...refusals } } },
      async (request, reply) => {
        const { library } = callerOf(request)
        const { description } = request.body
        await describeKeyword({ library }, { id: request.params.id as KeywordId, description })
        return reply.send()
      },
    )

    scope.delete(
      '/web/v1/keywords/:id',
      { onRequest, schema: { params: ById, response: { 200: RemovedKeyword, ...refusals } } },
      async (request): Promise<RemovedKeyword> => {
        const { library } = callerOf(request)
        return { assets: await removeKeyword({ ...deps, library }, request.params.id as KeywordId) }
      },
    )
  })
}
