import type { AccountStore } from '../account/account-store.ts'
import type { ApiKeyStore } from '../oauth/api-key-store.ts'
import type { GrantStore } from '../oauth/grant-store.ts'
import type { SessionStore } from '../oauth/session-store.ts'
import type { SignInAttemptStore } from '../oauth/sign-in-attempt-store.ts'

export type ControlStores = {
  accounts: AccountStore
  apiKeys: ApiKeyStore
  grants: GrantStore
  sessions: SessionStore
  signInAttempts: SignInAttemptStore
}

/** The installation's database: accounts and what must be found before the account is known. */
export interface Control {
  readonly read: ControlStores
  /** As a library's. */
  stamp(): number | null
  /**
   * Said when a request comes: whatever was committed before it was sent shows in every stamp from here on, the
   * libraries' too. Between two such words a stamp may be told again without looking.
   */
  lookAgain(): void
  transaction<T>(work: (stores: ControlStores) => Promise<T>): Promise<T>
  close(): Promise<void>
}
