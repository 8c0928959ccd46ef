import type { IndexSnapshots } from '../ports/index-snapshots.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import type { IndexNews } from './index-news.ts'
import { SnapshotRefused } from './search-snapshot.ts'
import type { SearchedLibrary } from './searched-library.ts'
import { whyForeign } from './snapshot-header.ts'
import { type Standing, standingAt } from './take-changes.ts'
import { whyUnlike } from './why-unlike.ts'

/** The index as its last snapshot has it; `null` where there is none that can be trusted, which is told and removed. */
export async function restoreIndex(
  library: SearchedLibrary,
  index: SearchIndex,
  { snapshots, tell }: { snapshots: IndexSnapshots; tell: (news: IndexNews) => void },
): Promise<Standing | null> {
  const { accountId } = library
  const refuse = async (reason: string) => {
    tell({ event: 'snapshot-refused', reason })
    await snapshots.remove(accountId)
    return null
  }
  try {
    const chunks = await snapshots.read(accountId)
    if (chunks === null) return null
    const header = await index.restore(chunks)
    const standing = standingAt(index, Number(header.position))
    const reason = (await whyForeign(library, header)) ?? (await whyUnlike(library, standing))
    return reason === null ? standing : await refuse(reason)
  } catch (error) {
    if (error instanceof SnapshotRefused) return await refuse(error.message)
    throw error
  }
}
