import type { Clock } from '../clock.ts'
import { partName } from '../library/file-keys.ts'
import type { FileStore } from '../library/file-store.ts'
import type { Stores } from '../state/stores.ts'

export type TidyDeps = { stores: Stores; files: FileStore; clock: Clock }

const keptAfterRemovalMs = 30 * 86_400_000

/** What a kill left behind goes. Answers how many files that were; call it while nothing is being brought in. */
export function sweepLeftovers({ stores, files }: TidyDeps): Promise<number> {
  const parts = stores.seen.all().map(partName)
  return files.sweep(stores.held.filesInUse(), new Set(parts))
}

/** What left "DAM Import" long ago goes for good. */
export async function purgeRemoved({ stores, files, clock }: TidyDeps): Promise<void> {
  for (const file of stores.held.purgeRemovedBefore(clock.now() - keptAfterRemovalMs)) await files.remove(file)
}
