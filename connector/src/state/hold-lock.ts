import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type Lock = { release(): void }

/**
 * One holder among all processes on this data folder, or `null`. The operating system lets go when the process ends,
 * however it ends, so nothing is ever left locked.
 */
export function holdLock(dataFolder: string, name: string): Lock | null {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const db = new DatabaseSync(join(dataFolder, `${name}.lock`), { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
    return { release: () => db.close() }
  } catch (error) {
    db.close()
    if ((error as { errcode?: number }).errcode === 5) return null // SQLITE_BUSY
    throw error
  }
}
