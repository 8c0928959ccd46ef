import type { AccountId } from '../account/account.ts'

/** Where snapshots of search indexes are kept, one per account. They are a shortcut: nothing is lost with them. */
export interface IndexSnapshots {
  /** `null`: there is none. */
  read(account: AccountId): Promise<AsyncIterable<Uint8Array> | null>
  /** All or nothing, and durable when it resolves: until then the one before it stays. */
  write(account: AccountId, chunks: AsyncIterable<Uint8Array>): Promise<void>
  remove(account: AccountId): Promise<void>
}
