import type { GroupList, MemberList, PortalBody, PortalEntry, PortalList } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../../lib/dam.ts'

const address = (id: string) => `/web/v1/portals/${encodeURIComponent(id)}`

export const portalsQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['portals'],
    queryFn: ({ signal }) => dam.web.json<PortalList>('/web/v1/portals', { signal }),
  })

/** To whom a portal can be opened. */
export const grantableQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['people', 'grantable'],
    queryFn: async ({ signal }) => {
      const [users, groups] = await Promise.all([
        dam.web.json<MemberList>('/web/v1/users', { signal }),
        dam.web.json<GroupList>('/web/v1/groups', { signal }),
      ])
      return { users: users.results.map(({ userId }) => userId), groups: groups.results.map(({ name }) => name) }
    },
  })

export const createPortal = (dam: Dam, body: PortalBody) => dam.web.done('/web/v1/portals', { method: 'POST', body })
export const changePortal = (dam: Dam, id: string, body: PortalBody) =>
  dam.web.done(address(id), { method: 'PUT', body })
export const deletePortal = (dam: Dam, id: string) => dam.web.done(address(id), { method: 'DELETE' })

export const kindWords: Record<PortalEntry['kind'], string> = {
  portal: 'Portal',
  workspace: 'Workspace',
  styleguide: 'Style guide',
}
