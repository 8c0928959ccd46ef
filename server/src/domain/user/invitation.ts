import type { UserId } from './user.ts'

/** A user may choose a password, once. `digest`: of the word in the link. */
export type Invitation = { userId: UserId; digest: string; expiresAt: number }
