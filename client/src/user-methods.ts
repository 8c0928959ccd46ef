import type { AddUserBody, UserEntry, UserList } from '@descant/contract'
import type { Api, CallOptions } from './api.ts'
import { pathOf } from './path.ts'
import { queryString } from './search-query.ts'

export type UserListOptions = CallOptions & {
  /** 1 admins, 2 contributors, 3 consumers, 4 admins and contributors, 5 contributors and consumers; absent: everyone. */
  role?: 1 | 2 | 3 | 4 | 5
  /** What a first name, last name or e-mail address begins with. */
  name?: string
  includeGroup?: boolean
  includePortal?: boolean
  pageSize?: number
  /** The first is 1. */
  page?: number
}

export function userMethods(api: Api) {
  const users = ({
    signal,
    includeGroup,
    includePortal,
    pageSize,
    ...asked
  }: UserListOptions = {}): Promise<UserList> => {
    const query = queryString({
      ...asked,
      'include-group': includeGroup,
      'include-portal': includePortal,
      'page-size': pageSize,
    })
    return api.json({ path: '/users', query, signal }, (body) => 'data' in body && Array.isArray(body.data))
  }

  return {
    /** #35; for administrators. The user gets a mail with a link to choose a password. */
    async addUser(user: AddUserBody, { signal }: CallOptions = {}): Promise<void> {
      await api.text({ method: 'POST', path: '/user', json: user, signal })
    },
    /** #36; for administrators. */
    async deleteUser(userId: string, { signal }: CallOptions = {}): Promise<void> {
      await api.text({ method: 'DELETE', path: pathOf('user', userId), signal })
    },
    /** #37, one page. */
    users,
    /** #37, page by page. */
    async *everyUser(options: Omit<UserListOptions, 'page'> = {}): AsyncGenerator<UserEntry> {
      for (let page = 1; ; page++) {
        const { data, pageSize, totalCount } = await users({ ...options, page })
        yield* data
        if (data.length === 0 || page * pageSize >= totalCount) return
      }
    },
  }
}
