import { type UploadLinkEntry, UploadLinkList, UploadLinkListQuery } from '@descant/contract'
import { Type } from 'typebox'
import { lastDayBefore } from '../../../domain/end-of-day.ts'
import { stateOf } from '../../../domain/sharing/share.ts'
import { revokeUploadLink } from '../../../domain/upload-link/revoke-upload-link.ts'
import type { UploadLink, UploadLinkId } from '../../../domain/upload-link/upload-link.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { ignoreBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'
import { originOf } from '../../http/request-account.ts'
import { toWireTime } from '../../http/wire-time.ts'

/** Upload links in the web application: one's own, or for administrators everyone's. They are made by #28. */
export function webUploadLinkRoutes(app: App, deps: ApiDeps): void {
  const onRequest = [authenticate(deps), requireWebApplication, requireRole('contributor')]

  app.register(async (scope: App) => {
    ignoreBodies(scope)

    scope.get(
      '/web/v1/upload-links',
      { onRequest, schema: { querystring: UploadLinkListQuery, response: { 200: UploadLinkList, ...refusals } } },
      async (request): Promise<UploadLinkList> => {
        const { library, user, role } = callerOf(request)
        const { start = 0, limit = 50 } = request.query
        const by = role === 'admin' ? null : user.email
        const { found, links } = await library.read.uploadLinks.list({ by, start, limit })
        const seen = { origin: originOf(request, deps), now: deps.clock.now() }
        return { found, results: links.map((link) => presentLink(link, seen)) }
      },
    )

    scope.delete(
      '/web/v1/upload-links/:id',
      {
        onRequest,
        schema: { params: Type.Object({ id: Type.String() }), response: { 204: Type.Null(), ...refusals } },
      },
      async (request, reply) => {
        const { library, user, role } = callerOf(request)
        const by = { email: user.email, isAdmin: role === 'admin' }
        await revokeUploadLink({ ...deps, library }, { id: request.params.id as UploadLinkId, by })
        return reply.code(204).send(null)
      },
    )
  })
}

const presentLink = (
  link: UploadLink & { files: number },
  { origin, now }: { origin: string; now: number },
): UploadLinkEntry => ({
  id: link.id,
  url: `${origin}/u/${link.id}`,
  name: link.name,
  description: link.description,
  state: stateOf(link, now),
  createdBy: link.createdBy,
  createdByName: link.createdByName,
  created: toWireTime(link.createdAt),
  expires: link.expiresAt === null ? null : lastDayBefore(link.expiresAt),
  recipients: link.recipients,
  files: link.files,
  albumId: link.albumId,
})
