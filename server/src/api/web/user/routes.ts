import { ChangeMemberBody, InviteBody, MemberList } from '@descant/contract'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { deleteUser } from '../../../domain/user/delete-user.ts'
import { inviteAgain, inviteUser } from '../../../domain/user/invite-user.ts'
import { updateUser } from '../../../domain/user/update-user.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { ignoreBodies, readBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'
import { originOf } from '../../http/request-account.ts'
import { presentMembers } from './present-member.ts'

const params = Type.Object({ userId: Type.String() })
const nothing = { 204: Type.Null(), ...refusals }

/** Settings → Users, for administrators in the web application. Changes answer nothing: the list is asked for again. */
export function memberRoutes(app: App, deps: ApiDeps): void {
  const onRequest = [authenticate(deps), requireRole('admin'), requireWebApplication]
  const inviting = (request: FastifyRequest) => {
    const { account, user } = callerOf(request)
    return { account, by: user, origin: originOf(request, deps) }
  }

  app.get('/web/v1/users', { onRequest, schema: { response: { 200: MemberList, ...refusals } } }, async (request) =>
    presentMembers(callerOf(request).library.read),
  )

  app.register(async (scope: App) => {
    readBodies(scope)
    scope.post(
      '/web/v1/users',
      { onRequest, schema: { body: InviteBody, response: nothing } },
      async (request, reply) => {
        const { library } = callerOf(request)
        const { email, firstName = '', lastName = '', role, allowAccessMainTenant, groups = [] } = request.body
        const mayAccessMainLibrary = allowAccessMainTenant ?? true
        const invited = { email, firstName, lastName, role, mayAccessMainLibrary, groups }
        await inviteUser({ ...deps, library }, invited, inviting(request))
        return reply.code(204).send(null)
      },
    )

    scope.put(
      '/web/v1/users/:userId',
      { onRequest, schema: { params, body: ChangeMemberBody, response: nothing } },
      async (request, reply) => {
        const { library, user } = callerOf(request)
        const { allowAccessMainTenant, ...fields } = request.body
        const changes = { ...fields, mayAccessMainLibrary: allowAccessMainTenant }
        await updateUser({ library }, { email: request.params.userId, by: user, changes })
        return reply.code(204).send(null)
      },
    )
  })

  app.register(async (scope: App) => {
    ignoreBodies(scope)
    scope.delete(
      '/web/v1/users/:userId',
      { onRequest, schema: { params, response: nothing } },
      async (request, reply) => {
        const { library, user } = callerOf(request)
        await deleteUser({ library }, { email: request.params.userId, by: user })
        return reply.code(204).send(null)
      },
    )

    scope.post(
      '/web/v1/users/:userId/invitation',
      { onRequest, schema: { params, response: nothing } },
      async (request, reply) => {
        const { library } = callerOf(request)
        await inviteAgain({ ...deps, library }, request.params.userId, inviting(request))
        return reply.code(204).send(null)
      },
    )
  })
}
