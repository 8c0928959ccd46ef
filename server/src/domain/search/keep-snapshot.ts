import type { IndexSnapshots } from '../ports/index-snapshots.ts'
import type { IndexNews } from './index-news.ts'
import type { SearchedLibrary } from './searched-library.ts'
import { headerOf } from './snapshot-header.ts'
import { isOutOfFavour, type Standing } from './take-changes.ts'

/** The snapshot of one library's index: which change the last one is of, and when it is time for another. */
export type KeptSnapshot = {
  /** The index there is was made from one of that change, at that time. */
  note(position: number, at: number): void
  /** It is of an index that was wrong: the next one is written wherever the index stands. */
  distrust(): void
  isDue(standing: Standing): boolean
  /** Where it is not of now; for all who ask meanwhile at once. */
  write(): Promise<void>
}

type Deps = {
  /** `null`: none are kept. */
  snapshots: IndexSnapshots | null
  tell: (news: IndexNews) => void
  /** The index there is, if any is worth a snapshot now. */
  standing: () => Standing | null
  /** Nothing is applied meanwhile. */
  atRest: <T>(work: () => Promise<T>) => Promise<T>
}

/** Changes since the last snapshot, and time, that are worth another. */
const leastToSave = 5_000
const saveEveryMs = 60_000

export function keepSnapshot(library: SearchedLibrary, { snapshots, tell, standing, atRest }: Deps): KeptSnapshot {
  let saved = { position: 0, at: performance.now() }
  let writing: Promise<void> | null = null

  async function writeNow(files: IndexSnapshots): Promise<void> {
    const since = performance.now()
    const dumped = await atRest(async () => {
      const now = standing()
      if (now === null || now.position === saved.position || isOutOfFavour(now)) return null
      const { index, position } = now
      const header = await headerOf(library, now)
      return { position, documents: index.size(), chunks: index.dump(header) }
    })
    if (dumped === null) return
    await files.write(library.accountId, dumped.chunks)
    saved = { position: dumped.position, at: performance.now() }
    tell({ event: 'snapshot-written', documents: dumped.documents, ms: Math.round(saved.at - since) })
  }

  return {
    note(position, at) {
      saved = { position, at }
    },
    distrust() {
      saved = { ...saved, position: -1 }
    },
    isDue({ index, position }) {
      const changed = position - saved.position
      const isMuch = changed >= Math.max(leastToSave, index.size() / 10)
      return isMuch && performance.now() - saved.at >= saveEveryMs
    },
    async write() {
      if (snapshots === null || standing() === null) return
      writing ??= writeNow(snapshots).finally(() => {
        writing = null
      })
      await writing
    },
  }
}
