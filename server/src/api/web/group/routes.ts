import { ChangeGroupBody, GroupBody, GroupList } from '@descant/contract'
import { Type } from 'typebox'
import { createGroup, deleteGroup, updateGroup } from '../../../domain/user/change-group.ts'
import { usersNamed } from '../../../domain/user/find-users.ts'
import type { GroupId } from '../../../domain/user/group.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { ignoreBodies, readBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'

const params = Type.Object({ id: Type.String() })
const nothing = { 204: Type.Null(), ...refusals }

/** Settings → Groups, for administrators in the web application. */
export function groupRoutes(app: App, deps: ApiDeps): void {
  const onRequest = [authenticate(deps), requireRole('admin'), requireWebApplication]

  app.get(
    '/web/v1/groups',
    { onRequest, schema: { response: { 200: GroupList, ...refusals } } },
    async (request): Promise<GroupList> => {
      const { groups, users } = callerOf(request).library.read
      const people = await users.all()
      return {
        results: (await groups.allWithMembers()).map(({ id, name, users: members }) => ({
          id,
          name,
          users: people.filter((user) => members.includes(user.id)).map(({ email }) => email),
        })),
      }
    },
  )

  app.register(async (scope: App) => {
    readBodies(scope)
    scope.post(
      '/web/v1/groups',
      { onRequest, schema: { body: GroupBody, response: { 201: Type.Object({ id: Type.String() }), ...refusals } } },
      async (request, reply) => {
        const { library } = callerOf(request)
        const { name, users = [] } = request.body
        const asked = { name, users: await usersNamed(library.read, users) }
        const { id } = await createGroup({ ...deps, library }, asked)
        return reply.code(201).send({ id })
      },
    )

    scope.put(
      '/web/v1/groups/:id',
      { onRequest, schema: { params, body: ChangeGroupBody, response: nothing } },
      async (request, reply) => {
        const { library } = callerOf(request)
        const { name, users } = request.body
        await updateGroup(
          { library },
          {
            id: request.params.id as GroupId,
            name,
            users: users && (await usersNamed(library.read, users)),
          },
        )
        return reply.code(204).send(null)
      },
    )
  })

  app.register(async (scope: App) => {
    ignoreBodies(scope)
    scope.delete('/web/v1/groups/:id', { onRequest, schema: { params, response: nothing } }, async (request, reply) => {
      await deleteGroup({ library: callerOf(request).library }, request.params.id as GroupId)
      return reply.code(204).send(null)
    })
  })
}
