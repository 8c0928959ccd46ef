import type { State } from './open-state.ts'

/** A file that could not be brought in; it is tried again at `nextTryAt`. */
export type Trouble = {
  assetId: string
  name: string
  reason: string
  attempts: number
  since: number
  nextTryAt: number
}

export type TroubleStore = {
  find(assetId: string): Trouble | null
  all(limit: number): Trouble[]
  count(): number
  put(trouble: Trouble): void
  clear(assetId: string): void
  /** What was wrong before may be right now: everything is tried again at once. */
  forgive(): void
}

export function troubleStore({ db }: State): TroubleStore {
  const find = db.prepare('SELECT * FROM trouble WHERE asset_id = ?')
  const all = db.prepare('SELECT * FROM trouble ORDER BY since DESC, asset_id LIMIT ?')
  const count = db.prepare('SELECT count(*) AS count FROM trouble')
  const put = db.prepare('INSERT OR REPLACE INTO trouble VALUES (?, ?, ?, ?, ?, ?)')
  const clear = db.prepare('DELETE FROM trouble WHERE asset_id = ?')
  const forgive = db.prepare('UPDATE trouble SET next_try_at = 0')
  return {
    find: (assetId) => {
      const row = find.get(assetId)
      return row ? fromRow(row) : null
    },
    all: (limit) => all.all(limit).map(fromRow),
    count: () => Number(count.get()?.count),
    put: ({ assetId, name, reason, attempts, since, nextTryAt }) =>
      void put.run(assetId, name, reason, attempts, since, nextTryAt),
    clear: (assetId) => void clear.run(assetId),
    forgive: () => void forgive.run(),
  }
}

const fromRow = (row: Record<string, unknown>): Trouble => ({
  assetId: String(row.asset_id),
  name: String(row.name),
  reason: String(row.reason),
  attempts: Number(row.attempts),
  since: Number(row.since),
  nextTryAt: Number(row.next_try_at),
})
