import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '../read-environment.ts'

/** Where a restore works; as long as it is there, what lies beside it is not whole. */
export const restoreFolder = (dataFolder: string): string => join(dataFolder, 'restore.unfinished')

/** Nothing is opened where a restore was begun and not brought to its end. */
export function refuseUnfinishedRestore(dataFolder: string): void {
  if (existsSync(restoreFolder(dataFolder))) {
    throw new ConfigError(
      `A restore into ${dataFolder} is under way or was interrupted: give the same “descant restore” again, or empty the folder.`,
    )
  }
}
