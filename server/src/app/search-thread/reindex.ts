import type { Account } from '../../domain/account/account.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import type { Library } from '../../domain/ports/library.ts'
import { askForIndex } from '../../domain/search/ask-for-index.ts'
import { type Config, searchFolder } from '../config.ts'
import { awaitIndexes } from './await-indexes.ts'

export type ReindexReport = {
  account: string
  /** It is in the change log, so that nobody who searches this library misses it. */
  asked: true
  /** Of this data folder, those that had an index. */
  processes: { pid: number; documents: number; ms: number; failed?: string }[]
  /** Processes that did not answer. */
  silent: number[]
}

/** Every process makes its index anew; waits for those that run on this data folder. */
export async function reindex(
  config: Config,
  { library, clock }: { library: Library; clock: Clock },
  { account, onProgress }: { account: Account; onProgress?: (done: number, total: number) => void },
): Promise<ReindexReport> {
  const asked = await askForIndex({ library, clock })
  const { done, silent } = await awaitIndexes({
    folder: searchFolder(config),
    account: account.id,
    isDone: ({ madeAt, refusedAt }) => Math.max(madeAt, refusedAt) >= asked,
    onProgress(statuses) {
      const making = statuses.filter(({ state }) => state === 'making')
      const sum = (of: 'done' | 'total') => making.reduce((all, status) => all + status[of], 0)
      if (making.length > 0) onProgress?.(sum('done'), sum('total'))
    },
  })
  return {
    account: account.host,
    asked: true,
    processes: done.map(({ pid, documents, ms, state, reason }) =>
      state === 'refused' ? { pid, documents: 0, ms: 0, failed: reason } : { pid, documents, ms },
    ),
    silent: silent.map(({ pid }) => pid),
  }
}
