import { type Role, roles } from '../user/user.ts'

/** `roles` stand from the highest to the lowest. */
const rank = (role: Role): number => roles.indexOf(role)

/** Whether one with the role `actual` may do what takes `needed`. */
export const mayActAs = (actual: Role, needed: Role): boolean => rank(actual) <= rank(needed)

/** The lower of a user's role and what a token allows; `null` allows everything. */
export const cappedRole = (own: Role, cap: Role | null): Role => (cap !== null && rank(cap) > rank(own) ? cap : own)
