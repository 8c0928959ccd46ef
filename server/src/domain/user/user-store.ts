import type { User, UserId } from './user.ts'

export interface UserStore {
  /** Rejects with `Invalid` (`user-exists`) when the e-mail address is taken, without regard to case. */
  insert(user: User): Promise<void>
  update(user: User): Promise<void>
  /** Memberships, invitation and grants go too. Of an unknown id: resolves. */
  delete(id: UserId): Promise<void>
  find(id: UserId): Promise<User | undefined>
  /** Without regard to case. */
  findByEmail(email: string): Promise<User | undefined>
  /** By e-mail address. */
  all(): Promise<User[]>
}
