import type { Brand } from '../brand.ts'

/** Internal; on the wire a user is known by the e-mail address. */
export type UserId = Brand<string, 'UserId'>

export const roles = ['admin', 'contributor', 'consumer'] as const
export type Role = (typeof roles)[number]

export type User = {
  id: UserId
  /** Lower case, unique in the account; the `userId` and `owner` of the published API. */
  email: string
  firstName: string
  lastName: string
  role: Role
  /** `null`: invited, no password chosen yet. */
  passwordHash: string | null
  suspended: boolean
  mayAccessMainLibrary: boolean
  /** Goes up with every change that must end the user's tokens and sessions (password, suspension). */
  credentialsVersion: number
  createdAt: number
}

export const fullName = (user: Pick<User, 'firstName' | 'lastName' | 'email'>): string =>
  `${user.firstName} ${user.lastName}`.trim() || user.email
