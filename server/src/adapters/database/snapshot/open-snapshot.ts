import { postgresSnapshot } from './postgres-snapshot.ts'
import type { DatabaseSnapshot } from './snapshot.ts'
import { sqliteSnapshot } from './sqlite-snapshot.ts'

/** `undefined`: there is no installation yet. Close it when done: as long as it is open its past is kept. */
export const openSnapshot = (
  options: { dataFolder: string } | { url: string },
): Promise<DatabaseSnapshot | undefined> =>
  'url' in options ? postgresSnapshot(options.url) : sqliteSnapshot(options.dataFolder)
