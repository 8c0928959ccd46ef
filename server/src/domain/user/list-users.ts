import { fold } from '../fold.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { Role, User } from './user.ts'

export type UsersWanted = {
  roles: readonly Role[]
  /** What a first name, last name or e-mail address begins with; empty: anything. */
  prefix: string
  /** From 1. */
  page: number
  pageSize: number
}

/** One page of users, by e-mail address, and how many there are in all. */
export async function listUsers(
  { users }: Pick<LibraryStores, 'users'>,
  { roles, prefix, page, pageSize }: UsersWanted,
): Promise<{ total: number; users: User[] }> {
  const start = fold(prefix)
  const wanted = (await users.all()).filter(
    ({ role, firstName, lastName, email }) =>
      roles.includes(role) && [firstName, lastName, email].some((name) => fold(name).startsWith(start)),
  )
  return { total: wanted.length, users: wanted.slice((page - 1) * pageSize, page * pageSize) }
}
