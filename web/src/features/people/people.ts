import type {
  ChangeGroupBody,
  ChangeMemberBody,
  GroupBody,
  GroupList,
  InviteBody,
  Member,
  MemberList,
} from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../../lib/dam.ts'

const userAddress = (userId: string) => `/web/v1/users/${encodeURIComponent(userId)}`
const groupAddress = (id: string) => `/web/v1/groups/${encodeURIComponent(id)}`

export const membersQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['people', 'users'],
    queryFn: ({ signal }) => dam.web.json<MemberList>('/web/v1/users', { signal }),
  })

export const groupsQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['people', 'groups'],
    queryFn: ({ signal }) => dam.web.json<GroupList>('/web/v1/groups', { signal }),
  })

/** Sends a mail with a link to choose a password. */
export const invite = (dam: Dam, body: InviteBody) => dam.web.done('/web/v1/users', { method: 'POST', body })
export const inviteAgain = (dam: Dam, userId: string) =>
  dam.web.done(`${userAddress(userId)}/invitation`, { method: 'POST' })
export const changeMember = (dam: Dam, userId: string, body: ChangeMemberBody) =>
  dam.web.done(userAddress(userId), { method: 'PUT', body })
export const deleteMember = (dam: Dam, userId: string) => dam.web.done(userAddress(userId), { method: 'DELETE' })

export const createGroup = (dam: Dam, body: GroupBody) => dam.web.done('/web/v1/groups', { method: 'POST', body })
export const changeGroup = (dam: Dam, id: string, body: ChangeGroupBody) =>
  dam.web.done(groupAddress(id), { method: 'PUT', body })
export const deleteGroup = (dam: Dam, id: string) => dam.web.done(groupAddress(id), { method: 'DELETE' })

export const nameOf = ({ firstName, lastName, userId }: Member): string => `${firstName} ${lastName}`.trim() || userId

export const roleWords: Record<Member['role'], string> = {
  admin: 'Administrator',
  contributor: 'Contributor',
  consumer: 'Consumer',
}
