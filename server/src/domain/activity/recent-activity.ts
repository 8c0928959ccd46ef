import type { AccountId } from '../account/account.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import type { NewActivity } from './activity.ts'
import { recordActivity } from './record-activity.ts'

/** What was looked at or fetched a moment ago, on its way into the library. */
export type RecentActivity = {
  /** Returns at once; written within a second. A crash loses what was not. */
  note(library: Library, happened: NewActivity): void
  /** Writes what is noted of this library; rejects, and keeps it, where that fails. */
  flush(library: Library): Promise<void>
  /** Writes what is noted of all, as far as that can be done, and takes no more. */
  close(): Promise<void>
}

type Options = {
  ids: Ids
  /** How long an entry may wait for others to be written with it. */
  delayMs?: number
  /** Entries kept for a library whose database does not answer; beyond these new ones are given up. */
  most?: number
}

/**
 * Reading is far more frequent than a database likes to commit, so entries are written together: by account, for one
 * account's library may have several handles.
 */
export function openRecentActivity({ ids, delayMs = 500, most = 20_000 }: Options): RecentActivity {
  const noted = new Map<AccountId, { library: Library; batch: NewActivity[] }>()
  const writing = new Map<AccountId, Promise<void>>()
  let timer: NodeJS.Timeout | null = null

  async function flush(account: AccountId): Promise<void> {
    // one at a time: whoever asks while one runs wants what came since
    await writing.get(account)?.catch(() => {})
    const waiting = noted.get(account)
    if (waiting === undefined) return writing.get(account)
    noted.delete(account)
    const { library, batch } = waiting
    const write = library
      .transaction((stores) => recordActivity(stores, { ids }, batch))
      .catch((error: unknown) => {
        const since = noted.get(account)?.batch ?? []
        noted.set(account, { library, batch: [...batch, ...since].slice(0, most) })
        throw error
      })
      .finally(() => writing.delete(account))
    writing.set(account, write)
    await write
  }

  const flushAll = () => Promise.allSettled([...new Set([...noted.keys(), ...writing.keys()])].map(flush))

  function flushSoon(): void {
    timer ??= setTimeout(async () => {
      await flushAll()
      timer = null
      if (noted.size > 0) flushSoon()
    }, delayMs)
  }

  return {
    note(library, happened) {
      const waiting = noted.get(library.accountId)
      if (waiting === undefined) noted.set(library.accountId, { library, batch: [happened] })
      else if (waiting.batch.length < most) waiting.batch.push(happened)
      flushSoon()
    },
    flush: ({ accountId }) => flush(accountId),
    async close() {
      if (timer !== null) clearTimeout(timer)
      await flushAll()
    },
  }
}
