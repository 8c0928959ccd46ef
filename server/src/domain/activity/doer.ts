import { fullName, type User } from '../user/user.ts'
import type { Doer } from './activity.ts'

export const doerOf = (user: Pick<User, 'firstName' | 'lastName' | 'email'>): Doer => ({
  name: fullName(user),
  email: user.email,
})
