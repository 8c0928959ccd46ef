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
  /** Entries kept for a library whose database does not answer; beyond these the oldest are given up. */
  most?: number
}

/** Reading is far more frequent than a database likes to commit, so entries are written together. */
export function openRecentActivity({ ids, delayMs = 500, most = 20_000 }: Options): RecentActivity {
  const noted = new Map<Library, NewActivity[]>()
  const writing = new Map<Library, Promise<void>>()
  let timer: NodeJS.Timeout | null = null

  async function flush(library: Library): Promise<void> {
    // one at a time: whoever asks while one runs wants what came since
    await writing.get(library)?.catch(() => {})
    const batch = noted.get(library)
    if (batch === undefined) return writing.get(library)
    noted.delete(library)
    const write = library
      .transaction((stores) => recordActivity(stores, { ids }, batch))
      .catch((error: unknown) => {
        noted.set(library, [...batch, ...(noted.get(library) ?? [])].slice(-most))
        throw error
      })
      .finally(() => writing.delete(library))
    writing.set(library, write)
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
      const batch = noted.get(library)
      if (batch === undefined) noted.set(library, [happened])
      else if (batch.length < most) batch.push(happened)
      flushSoon()
    },
    flush,
    async close() {
      if (timer !== null) clearTimeout(timer)
      await flushAll()
    },
  }
}
