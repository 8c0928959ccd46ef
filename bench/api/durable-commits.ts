import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Commits a second that SQLite makes durable on this disk, one small row each, nothing else done. */
export function durableCommitsPerSecond(folder: string, seconds = 3): number {
  const database = new DatabaseSync(join(folder, 'commits.sqlite'))
  database.exec('pragma journal_mode = wal; pragma synchronous = full; create table row (value text)')
  const insert = database.prepare('insert into row values (?)')
  const end = performance.now() + seconds * 1000
  let commits = 0
  for (; performance.now() < end; commits++) insert.run('a small row')
  database.close()
  return commits / seconds
}
