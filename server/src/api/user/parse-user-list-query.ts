import type { UserListQuery } from '@descant/contract'
import { Invalid } from '../../domain/domain-error.ts'
import type { UsersWanted } from '../../domain/user/list-users.ts'
import { type Role, roles } from '../../domain/user/user.ts'

/** The page's numbers for roles. https://support.canto.com (#37) */
const rolesOf: Record<string, readonly Role[]> = {
  0: roles,
  1: ['admin'],
  2: ['contributor'],
  3: ['consumer'],
  4: ['admin', 'contributor'],
  5: ['contributor', 'consumer'],
}

export type UserListAsked = UsersWanted & { withGroups: boolean; withPortals: boolean }

export function parseUserListQuery(query: UserListQuery): UserListAsked {
  const asked = rolesOf[query.role || '0']
  if (!asked) throw new Invalid(`role: "${query.role}" is not possible; it is 1 to 5, or 0 for everyone`)
  return {
    roles: asked,
    prefix: query.name?.trim() ?? '',
    page: wholeNumber('page', query.page || '1', 1_000_000),
    pageSize: wholeNumber('page-size', query['page-size'] || '100', 1000),
    withGroups: truth('include-group', query['include-group']),
    withPortals: truth('include-portal', query['include-portal']),
  }
}

function wholeNumber(name: string, given: string, most: number): number {
  const number = /^\d{1,9}$/.test(given) ? Number(given) : 0
  if (number < 1 || number > most) throw new Invalid(`${name}: "${given}" is not possible; it is 1 to ${most}`)
  return number
}

function truth(name: string, given = ''): boolean {
  const word = given.toLowerCase() || 'false'
  if (word !== 'true' && word !== 'false') throw new Invalid(`${name}: "${given}" is not possible; it is true or false`)
  return word === 'true'
}
