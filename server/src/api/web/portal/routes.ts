import { ChangePortalBody, PortalBody, PortalEntry, PortalList } from '@descant/contract'
import { Type } from 'typebox'
import { createPortal, deletePortal, updatePortal } from '../../../domain/portal/change-portal.ts'
import type { Portal, PortalId } from '../../../domain/portal/portal.ts'
import type { LibraryStores } from '../../../domain/ports/library.ts'
import { groupsNamed } from '../../../domain/user/change-group.ts'
import { usersNamed } from '../../../domain/user/find-users.ts'
import type { ApiDeps } from '../../http/api-deps.ts'
import type { App } from '../../http/app.ts'
import { authenticate, requireRole, requireWebApplication } from '../../http/authentication.ts'
import { callerOf } from '../../http/caller.ts'
import { ignoreBodies, readBodies } from '../../http/read-bodies.ts'
import { refusals } from '../../http/refusals.ts'
import { presentPortals } from './present-portal.ts'

const params = Type.Object({ id: Type.String() })

/** Settings → Portals, for administrators in the web application. */
export function portalRoutes(app: App, deps: ApiDeps): void {
  const onRequest = [authenticate(deps), requireRole('admin'), requireWebApplication]

  app.get(
    '/web/v1/portals',
    { onRequest, schema: { response: { 200: PortalList, ...refusals } } },
    async (request): Promise<PortalList> => {
      const { read } = callerOf(request).library
      return { results: await presentPortals(read, await read.portals.all()) }
    },
  )

  app.register(async (scope: App) => {
    readBodies(scope)
    scope.post(
      '/web/v1/portals',
      { onRequest, schema: { body: PortalBody, response: { 201: PortalEntry, ...refusals } } },
      async (request, reply) => {
        const { library } = callerOf(request)
        const { contents = [], users, groups, ...fields } = request.body
        const granted = { users: [], groups: [], ...(await grantedIn(library.read, { users, groups })) }
        const portal = await createPortal({ ...deps, library }, { ...fields, contents, ...granted })
        return reply.code(201).send(await presented(library.read, portal))
      },
    )

    scope.put(
      '/web/v1/portals/:id',
      { onRequest, schema: { params, body: ChangePortalBody, response: { 200: PortalEntry, ...refusals } } },
      async (request) => {
        const { library } = callerOf(request)
        const { users, groups, ...fields } = request.body
        const granted = await grantedIn(library.read, { users, groups })
        const portal = await updatePortal(
          { ...deps, library },
          { ...fields, ...granted, id: request.params.id as PortalId },
        )
        return presented(library.read, portal)
      },
    )
  })

  app.register(async (scope: App) => {
    ignoreBodies(scope)
    scope.delete(
      '/web/v1/portals/:id',
      { onRequest, schema: { params, response: { 204: Type.Null(), ...refusals } } },
      async (request, reply) => {
        await deletePortal({ library: callerOf(request).library }, request.params.id as PortalId)
        return reply.code(204).send(null)
      },
    )
  })
}

const grantedIn = async (
  stores: LibraryStores,
  { users, groups }: { users?: readonly string[] | undefined; groups?: readonly string[] | undefined },
) => ({
  ...(users && { users: await usersNamed(stores, users) }),
  ...(groups && { groups: await groupsNamed(stores, groups) }),
})

async function presented(stores: LibraryStores, portal: Portal): Promise<PortalEntry> {
  const [entry] = await presentPortals(stores, [portal])
  if (!entry) throw new Error(`portal ${portal.id} could not be presented`)
  return entry
}
