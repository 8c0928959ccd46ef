import { setTimeout as wait } from 'node:timers/promises'
import type { AccountId } from '../../domain/account/account.ts'
import { type IndexStatus, readIndexStatuses } from './index-status.ts'

type Asked = {
  folder: string
  account: AccountId
  /** Whether this process has done what was asked, or can't. */
  isDone: (status: IndexStatus) => boolean
  onProgress?: (statuses: readonly IndexStatus[]) => void
}

const lookEveryMs = 200
/** A process that says nothing new for so long has not noticed, or hangs. */
const silentForMs = 60_000

/**
 * Waits until every process on this data folder that has an index of the library has done what was asked of it through
 * the change log. Answers what each of them says last; `silent` are those that were given up.
 */
export async function awaitIndexes({ folder, account, isDone, onProgress }: Asked): Promise<{
  done: IndexStatus[]
  silent: IndexStatus[]
}> {
  let heard = { what: '', at: performance.now() }
  for (;;) {
    const statuses = readIndexStatuses(folder, account)
    onProgress?.(statuses)
    const busy = statuses.filter((status) => !isDone(status))
    const now = performance.now()
    const what = JSON.stringify(statuses)
    if (what !== heard.what) heard = { what, at: now }
    if (busy.length === 0 || now - heard.at > silentForMs) {
      return { done: statuses.filter(isDone), silent: busy }
    }
    await wait(lookEveryMs)
  }
}
