import type { Invitation } from './invitation.ts'
import type { UserId } from './user.ts'

export interface InvitationStore {
  /** Instead of the one the user had. */
  put(invitation: Invitation): Promise<void>
  find(digest: string): Promise<Invitation | undefined>
  /** Of a user without one: resolves. */
  delete(user: UserId): Promise<void>
}
