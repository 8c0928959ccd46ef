import type { State } from './open-state.ts'

/** Wrong passwords, per person and per address. */
export type FailedSignInStore = {
  note(subjects: string[], now: number): void
  /** Times since then, oldest first. */
  since(subject: string, time: number): number[]
  clear(subject: string): void
  /** Takes the newest back. */
  forgetOne(subject: string): void
}

export function failedSignInStore({ db, atomically }: State): FailedSignInStore {
  const add = db.prepare('INSERT INTO failed_sign_in (subject, at) VALUES (?, ?)')
  const since = db.prepare('SELECT at FROM failed_sign_in WHERE subject = ? AND at > ? ORDER BY at, id')
  const clear = db.prepare('DELETE FROM failed_sign_in WHERE subject = ?')
  const forgetOne = db.prepare(`DELETE FROM failed_sign_in
    WHERE id = (SELECT id FROM failed_sign_in WHERE subject = ? ORDER BY id DESC LIMIT 1)`)
  const sweep = db.prepare('DELETE FROM failed_sign_in WHERE at < ?')
  return {
    note: (subjects, now) =>
      atomically(() => {
        sweep.run(now - 86_400_000)
        for (const subject of subjects) add.run(subject, now)
      }),
    since: (subject, time) => since.all(subject, time).map(({ at }) => Number(at)),
    forgetOne: (subject) => void forgetOne.run(subject),
    clear: (subject) => void clear.run(subject),
  }
}
