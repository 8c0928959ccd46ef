import { digestOf, newToken } from '../accounts/token.ts'
import type { State } from './open-state.ts'

const day = 86_400_000
const longestMs = 30 * day
const idleMs = day / 2

export type SessionStore = {
  /** Answers the token; only its digest is kept. */
  begin(userId: string, now: number): string
  /** Whose it is, while it lasts: 30 days, half a day without use. */
  resume(token: string, now: number): { userId: string; digest: string } | null
  isAlive(digest: string, now: number): boolean
  end(token: string): void
}

export function sessionStore({ db }: State): SessionStore {
  const add = db.prepare('INSERT INTO session VALUES (?, ?, ?, ?)')
  const find = db.prepare('SELECT * FROM session WHERE digest = ? AND created_at > ? AND seen_at > ?')
  const touch = db.prepare('UPDATE session SET seen_at = ? WHERE digest = ?')
  const remove = db.prepare('DELETE FROM session WHERE digest = ?')
  const sweep = db.prepare('DELETE FROM session WHERE created_at <= ? OR seen_at <= ?')
  const load = (digest: string, now: number) => find.get(digest, now - longestMs, now - idleMs)
  return {
    begin(userId, now) {
      sweep.run(now - longestMs, now - idleMs)
      const token = newToken()
      add.run(digestOf(token), userId, now, now)
      return token
    },
    resume(token, now) {
      const digest = digestOf(token)
      const row = load(digest, now)
      if (!row) return null
      // once a minute is enough, and spares a disk write per request
      if (now - Number(row.seen_at) > 60_000) touch.run(now, digest)
      return { userId: String(row.user_id), digest }
    },
    isAlive: (digest, now) => load(digest, now) !== undefined,
    end: (token) => void remove.run(digestOf(token)),
  }
}
