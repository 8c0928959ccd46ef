import type { AssetId } from '../asset/asset.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import type { SearchedLibrary } from './searched-library.ts'
import { othersTurn, refresh, type Standing, standingAt } from './take-changes.ts'

const pageSize = 250

/** Everything, in pages, standing at the change seen before the first of them: later ones are taken in again. */
export async function makeIndex(
  library: SearchedLibrary,
  index: SearchIndex,
  onPage: (done: number, total: number) => void,
): Promise<Standing> {
  const { assets, changes } = library.read
  const position = await changes.lastSeq()
  const total = await assets.count()
  let done = 0
  onPage(done, total)
  for (let after: AssetId | null = null; ; ) {
    const ids: AssetId[] = await assets.idsAfter(after, pageSize)
    after = ids.at(-1) ?? null
    if (after === null) return standingAt(index, position)
    await refresh(library, index, ids)
    done += ids.length
    onPage(done, Math.max(done, total))
    await othersTurn()
  }
}
