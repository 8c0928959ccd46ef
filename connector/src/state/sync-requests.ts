import type { State } from './open-state.ts'

/** What one complete look at the DAM came to. */
export type SyncSummary = {
  eligible: number
  imported: number
  newVersions: number
  renamed: number
  updated: number
  restored: number
  removed: number
  failed: number
  /** Why it could not be finished; `null` when it was. */
  problem: string | null
}

/** How a command asks the running server to look at everything now. */
export type SyncRequestStore = {
  ask(now: number): number
  answerOf(id: number): SyncSummary | null
  /** The newest request nobody has answered. */
  open(): number | null
  /** Answers every request up to and including this one. */
  answer(id: number, summary: SyncSummary, now: number): void
}

export function syncRequestStore({ db }: State): SyncRequestStore {
  const ask = db.prepare('INSERT INTO sync_request (asked_at) VALUES (?)')
  const find = db.prepare('SELECT answer FROM sync_request WHERE id = ? AND answer IS NOT NULL')
  const open = db.prepare('SELECT max(id) AS id FROM sync_request WHERE answered_at IS NULL')
  const answer = db.prepare('UPDATE sync_request SET answered_at = ?, answer = ? WHERE id <= ? AND answered_at IS NULL')
  const forget = db.prepare('DELETE FROM sync_request WHERE id <= ? - 100')
  return {
    ask: (now) => Number(ask.run(now).lastInsertRowid),
    answerOf(id) {
      const row = find.get(id)
      return row ? (JSON.parse(String(row.answer)) as SyncSummary) : null
    },
    open() {
      const id = open.get()?.id
      return id === null || id === undefined ? null : Number(id)
    },
    answer(id, summary, now) {
      answer.run(now, JSON.stringify(summary), id)
      forget.run(id)
    },
  }
}
