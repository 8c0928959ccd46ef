import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { openUploadLink } from '../../domain/upload-link/open-upload-link.ts'
import type { UploadLinkId } from '../../domain/upload-link/upload-link.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { sendError } from '../http/errors.ts'
import { sendPage } from '../http/page.ts'
import { accountOf, libraryOf } from '../http/request-account.ts'
import { sendErrorPage } from '../http/send-error-page.ts'
import { scriptPath, sendFilesScript } from './send-files-script.ts'
import { takeForm } from './take-form.ts'
import { uploadPage } from './upload-page.ts'

/** Of one file; the installation may allow less. */
const largestFile = 10 * 1024 ** 3

/** `/u/{link}`: a form for whoever has the link, and where it is sent to. */
export function uploadPageRoutes(app: App, deps: ApiDeps): void {
  const maxBytes = Math.min(largestFile, deps.settings.maxUploadBytes)
  const OfLink = Type.Object({ link: Type.String() })

  app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null))
    const sendPageOf = sendErrorPage(deps)
    scope.setErrorHandler((error, request, reply) =>
      wantsJson(request) ? sendError(error, request, reply) : sendPageOf(error, request, reply),
    )

    scope.get(scriptPath, (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(sendFilesScript),
    )

    scope.route({
      method: ['GET', 'HEAD'],
      url: '/u/:link',
      config: { rateLimit: { method: '#upload-link', perMinute: 300, guards: true } },
      schema: { params: OfLink },
      async handler(request, reply) {
        const { link } = await foundLink(request, request.params.link)
        return sendPage(reply, deps.ids, uploadPage({ link, account: accountOf(request), maxBytes, taken: null }))
      },
    })

    scope.post(
      '/u/:link',
      {
        config: { rateLimit: { method: '#upload-link-files', perMinute: 600, guards: true } },
        schema: { params: OfLink },
      },
      async (request, reply) => {
        const { library, link } = await foundLink(request, request.params.link)
        const taken = await takeForm(deps, request, { library, linkId: link.id, maxBytes })
        reply.header('cache-control', 'no-store')
        if (!wantsJson(request)) {
          return sendPage(reply, deps.ids, uploadPage({ link, account: accountOf(request), maxBytes, taken }))
        }
        const { received, problem, status } = taken
        if (problem === null) return reply.code(200).send({ received })
        return reply.code(status).send({ code: status * 100, message: problem })
      },
    )
  })

  async function foundLink(request: FastifyRequest, id: string) {
    const library = await libraryOf(request, deps)
    return { library, link: await openUploadLink(library.read, id as UploadLinkId, deps.clock.now()) }
  }
}

const wantsJson = ({ headers }: FastifyRequest): boolean => (headers.accept ?? '').includes('application/json')
