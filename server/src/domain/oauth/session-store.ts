import type { AccountId } from '../account/account.ts'
import type { UserId } from '../user/user.ts'

/** A signed-in browser, by digest of its cookie. */
export type WebSession = {
  digest: string
  accountId: AccountId
  userId: UserId
  credentialsVersion: number
  createdAt: number
  expiresAt: number
}

export interface SessionStore {
  insert(session: WebSession): Promise<void>
  find(digest: string): Promise<WebSession | undefined>
  /** Of an unknown one: resolves. */
  extend(digest: string, expiresAt: number): Promise<void>
  delete(digest: string): Promise<void>
  dropExpired(time: number): Promise<void>
}
