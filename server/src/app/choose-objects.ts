import { join } from 'node:path'
import { fsObjectStore } from '../adapters/object-store/fs-object-store.ts'
import type { AccountId } from '../domain/account/account.ts'
import type { ObjectStore } from '../domain/ports/object-store.ts'
import type { Config } from './config.ts'

/** Each account's own, opened once. */
export function objectStores({ objectsFolder }: Pick<Config, 'objectsFolder'>): (account: AccountId) => ObjectStore {
  const opened = new Map<AccountId, ObjectStore>()
  return (account) => {
    const store = opened.get(account) ?? fsObjectStore(join(objectsFolder, account))
    opened.set(account, store)
    return store
  }
}
