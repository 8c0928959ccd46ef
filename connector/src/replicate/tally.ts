import type { SyncSummary } from '../state/sync-requests.ts'

/** What was done, counted. */
export type Tally = Omit<SyncSummary, 'eligible' | 'problem'>

export const emptyTally = (): Tally => ({
  imported: 0,
  newVersions: 0,
  renamed: 0,
  updated: 0,
  restored: 0,
  removed: 0,
  failed: 0,
})

/** What was done between the two. */
export const tallySince = (now: Tally, before: Tally): Tally => ({
  imported: now.imported - before.imported,
  newVersions: now.newVersions - before.newVersions,
  renamed: now.renamed - before.renamed,
  updated: now.updated - before.updated,
  restored: now.restored - before.restored,
  removed: now.removed - before.removed,
  failed: now.failed - before.failed,
})
