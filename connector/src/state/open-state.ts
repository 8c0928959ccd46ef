import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The connector's memory. Every commit is on the disk before it returns; several processes may hold it at once. */
export type State = {
  db: DatabaseSync
  /** All or nothing; a transaction inside a transaction is part of the outer one. */
  atomically<T>(change: () => T): T
  /** A number that differs after another process changed something. */
  outsideVersion(): number
  close(): void
}

const migrations = join(import.meta.dirname, 'migrations')

export function openState(dataFolder: string): State {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const db = new DatabaseSync(join(dataFolder, 'connector.db'), { timeout: 10_000, enableForeignKeyConstraints: true })
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  const dataVersion = db.prepare('PRAGMA data_version')
  const state: State = {
    db,
    atomically: (change) => atomically(db, change),
    outsideVersion: () => Number(dataVersion.get()?.data_version),
    close: () => db.close(),
  }
  migrate(state)
  return state
}

function atomically<T>(db: DatabaseSync, change: () => T): T {
  if (db.isTransaction) return change()
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = change()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function migrate({ db, atomically }: State): void {
  const files = readdirSync(migrations).sort()
  const isCurrent = () => Number(db.prepare('PRAGMA user_version').get()?.user_version)
  if (isCurrent() > files.length) throw new Error('The data folder was written by a newer version of the connector.')
  if (isCurrent() === files.length) return
  atomically(() => {
    for (const [index, file] of files.entries()) {
      if (index < isCurrent()) continue
      db.exec(readFileSync(join(migrations, file), 'utf8'))
      db.exec(`PRAGMA user_version = ${index + 1}`)
    }
  })
}
