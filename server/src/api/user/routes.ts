import { AddUserBody, CurrentUser, UserList, UserListQuery } from '@descant/contract'
import { Type } from 'typebox'
import { Invalid, NotAllowed } from '../../domain/domain-error.ts'
import { deleteUser } from '../../domain/user/delete-user.ts'
import { inviteUser } from '../../domain/user/invite-user.ts'
import { listUsers } from '../../domain/user/list-users.ts'
import { type Role, roles } from '../../domain/user/user.ts'
import type { ApiDeps } from '../http/api-deps.ts'
import type { App } from '../http/app.ts'
import { authenticate, requireRole } from '../http/authentication.ts'
import { callerOf } from '../http/caller.ts'
import { Nothing } from '../http/nothing.ts'
import { presentCurrentUser } from '../http/present-current-user.ts'
import { ignoreBodies, readBodies } from '../http/read-bodies.ts'
import { refusals } from '../http/refusals.ts'
import { originOf } from '../http/request-account.ts'
import { parseUserListQuery } from './parse-user-list-query.ts'
import { presentUserEntry } from './present-user-entry.ts'

const tags = ['Users']

/** #2 who asks; #35–#37 everyone. */
export function userRoutes(app: App, deps: ApiDeps): void {
  const onRequest = authenticate(deps)
  const mayManage = [onRequest, requireRole('admin')]

  app.get(
    '/api/v1/user',
    {
      onRequest,
      config: { rateLimit: { method: '#2', perMinute: 1000 } },
      schema: { summary: 'The user the token speaks for', tags, response: { 200: CurrentUser, ...refusals } },
    },
    async (request) => {
      const { user, role, portal } = callerOf(request)
      return presentCurrentUser(user, role, portal)
    },
  )

  app.get(
    '/api/v1/users',
    {
      onRequest: [onRequest, requireRole('contributor')],
      config: { rateLimit: { method: '#37', perMinute: 500 } },
      schema: {
        summary: 'All users of the account',
        tags,
        querystring: UserListQuery,
        response: { 200: UserList, ...refusals },
        example: { query: { role: '3', 'include-group': 'true', 'include-portal': 'true' } },
      },
    },
    async (request): Promise<UserList> => {
      const { withGroups, withPortals, ...wanted } = parseUserListQuery(request.query)
      const { library, portal, role } = callerOf(request)
      if (portal !== null && role !== 'admin') throw new NotAllowed('A portal shows its content, not who else is here')
      const { read } = library
      const { total, users } = await listUsers(read, wanted)
      const groups = withGroups || withPortals ? await read.groups.allWithMembers() : []
      const portals = withPortals ? await read.portals.all() : null
      return {
        data: users.map((user) => presentUserEntry(user, { groups, portals, withGroups })),
        currentPage: wanted.page,
        pageSize: wanted.pageSize,
        totalCount: total,
      }
    },
  )

  app.register(async (scope: App) => {
    readBodies(scope)
    scope.post(
      '/api/v1/user',
      {
        onRequest: mayManage,
        config: { rateLimit: { method: '#35', perMinute: 500 } },
        schema: {
          summary: 'Invite a user by mail',
          tags,
          body: AddUserBody,
          response: { 200: Nothing, ...refusals },
          example: {
            body: {
              userId: 'user@example.com',
              firstName: 'Jim',
              lastName: 'Cai',
              roles: ['consumer'],
              allowAccessMainTenant: true,
            },
          },
        },
      },
      async (request, reply) => {
        const { account, library, user } = callerOf(request)
        const { userId, firstName, lastName, allowAccessMainTenant, groups } = request.body
        const invited = {
          email: userId,
          firstName: firstName ?? '',
          lastName: lastName ?? '',
          role: highestOf(request.body.roles),
          mayAccessMainLibrary: allowAccessMainTenant ?? true,
          groups: groups ?? [],
        }
        const inviting = { account, by: user, origin: originOf(request, deps) }
        await inviteUser({ ...deps, library }, invited, inviting)
        return reply.send()
      },
    )
  })

  app.register(async (scope: App) => {
    ignoreBodies(scope)
    scope.delete(
      '/api/v1/user/:id',
      {
        onRequest: mayManage,
        config: { rateLimit: { method: '#36', perMinute: 500 } },
        schema: {
          summary: 'Delete a user',
          tags,
          params: Type.Object({ id: Type.String() }),
          response: { 200: Nothing, ...refusals },
        },
      },
      async (request, reply) => {
        const { library, user } = callerOf(request)
        await deleteUser({ library }, { email: request.params.id, by: user })
        return reply.send()
      },
    )
  })
}

function highestOf(given: readonly string[]): Role {
  const words = given.map((word) => word.trim().toLowerCase())
  const unknown = words.find((word) => !roles.some((role) => role === word))
  const highest = roles.find((role) => words.includes(role))
  if (unknown !== undefined || !highest) {
    throw new Invalid(`roles: "${unknown ?? ''}" is not possible; it is one of ${roles.join(', ')}`)
  }
  return highest
}
