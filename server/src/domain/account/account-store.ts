import type { Account, AccountId } from './account.ts'

export interface AccountStore {
  /** Rejects with `Invalid` (`host-in-use`) when the host has an account. */
  insert(account: Account): Promise<void>
  find(id: AccountId): Promise<Account | undefined>
  findByHost(host: string): Promise<Account | undefined>
  /** By creation, oldest first. There are few. */
  all(): Promise<Account[]>
}
