import { UploadLinkBody } from '@descant/contract'
import { Type } from 'typebox'
import { NotAllowed } from '../../domain/domain-error.ts'
import { createUploadLink } from '../../domain/upload-link/create-upload-link.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { readBodies } from '../http/read-bodies.ts'
import { refusals } from '../http/refusals.ts'
import { originOf } from '../http/request-account.ts'
import { parseUploadLinkBody } from './parse-upload-link-body.ts'
import { uploadPageRoutes } from './upload-page-routes.ts'

/** #28, and the page its links lead to. */
export function uploadLinkRoutes(app: App, deps: ApiDeps): void {
  app.register(async (scope: App) => {
    readBodies(scope)
    scope.post(
      '/api/v1/uploadlink',
      {
        onRequest: [authenticate(deps), requireRole('contributor')],
        config: { rateLimit: { method: '#28', perMinute: 500 } },
        schema: {
          summary: 'A link that takes files from whoever has it',
          tags: ['Sharing'],
          example: {
            body: {
              portalName: 'Pictures of the fair',
              emailSubject: 'Your pictures, please',
              emailBody: 'Every size is welcome.',
              isNeverExpired: false,
              displayExpireDate: '2030-12-31',
              recipients: [{ firstName: 'Jim', lastName: 'Cai', email: 'jim@acme.example' }],
            },
          },
          body: UploadLinkBody,
          response: { 200: Type.String(), ...refusals },
        },
      },
      async (request, reply) => {
        const { library, user, portal } = callerOf(request)
        if (portal !== null) throw new NotAllowed('Upload links lead into the main library, not into a portal')
        const origin = originOf(request, deps)
        const { id } = await createUploadLink(
          { ...deps, library },
          { by: user, addressOf: (link) => `${origin}/u/${link}`, ...parseUploadLinkBody(request.body) },
        )
        return reply.type('text/plain; charset=utf-8').send(id)
      },
    )
  })
  uploadPageRoutes(app, deps)
}
