import type { IndexSnapshots } from '../ports/index-snapshots.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import type { IndexNews } from './index-news.ts'
import { makeIndex } from './make-index.ts'
import { restoreIndex } from './restore-index.ts'
import type { SearchedLibrary } from './searched-library.ts'
import { isOutOfFavour, LogBroken, othersTurn, type Standing, takeChanges } from './take-changes.ts'

type Deps = {
  indexes: () => SearchIndex
  /** `null`: none is to be used. */
  snapshots: IndexSnapshots | null
  tell: (news: IndexNews) => void
  /** Hears of the index as long as it is being made. */
  holding: (index: SearchIndex) => void
  /** Throws where it should not go on. */
  check: () => void
  onProgress: (done: number, total: number) => void
}

const changesAtOnce = 250

/**
 * An index as the library is now: from the snapshot and what the log says since, or else from the database. A snapshot
 * from before somebody asked for a new index is not used.
 */
export async function makeStanding(
  library: SearchedLibrary,
  deps: Deps,
): Promise<{ standing: Standing; from: 'snapshot' | 'database' }> {
  const { indexes, snapshots, tell, holding, check, onProgress } = deps
  await othersTurn()
  if (snapshots !== null) {
    const index = indexes()
    holding(index)
    const restored = await restoreIndex(library, index, { snapshots, tell })
    if (restored !== null) {
      await prepare(index, check)
      const isWhole = await takeAll(library, restored, check)
      if (isWhole && !isOutOfFavour(restored)) return { standing: restored, from: 'snapshot' }
    }
  }
  for (;;) {
    const index = indexes()
    holding(index)
    const standing = await makeIndex(library, index, (done, total) => {
      check()
      onProgress(done, total)
    })
    await prepare(index, check)
    if (await takeAll(library, standing, check)) return { standing, from: 'database' }
  }
}

/** Whoever searches first must not wait for what could be done before. */
async function prepare(index: SearchIndex, check: () => void): Promise<void> {
  for (const _ of index.prepare()) {
    check()
    await othersTurn()
  }
}

/** `false`: the log does not go on where it stands. */
async function takeAll(library: SearchedLibrary, standing: Standing, check: () => void): Promise<boolean> {
  check()
  while (standing.position < (await library.read.changes.lastSeq())) {
    try {
      await takeChanges(library, standing, changesAtOnce)
    } catch (error) {
      if (error instanceof LogBroken) return false
      throw error
    }
    check()
    await othersTurn()
  }
  return true
}
