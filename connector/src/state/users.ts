import { randomUUID } from 'node:crypto'
import type { Role, User } from '../accounts/account.ts'
import type { State } from './open-state.ts'

export type UserStore = {
  find(id: string): User | null
  /** E-mail addresses are compared without regard to case. */
  findByEmail(email: string): (User & { passwordHash: string }) | null
  count(): number
  /** A person already there gets the new role and password, and is signed out everywhere. */
  put(person: { email: string; role: Role; passwordHash: string }, now: number): User
}

export function userStore({ db, atomically }: State): UserStore {
  const find = db.prepare('SELECT * FROM user WHERE id = ?')
  const findByEmail = db.prepare('SELECT * FROM user WHERE email = ?')
  const count = db.prepare('SELECT count(*) AS count FROM user')
  const put = db.prepare(`INSERT INTO user VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (email) DO UPDATE SET role = excluded.role, password_hash = excluded.password_hash RETURNING *`)
  const signOut = db.prepare('DELETE FROM session WHERE user_id = ?')
  return {
    find(id) {
      const row = find.get(id)
      return row ? fromRow(row) : null
    },
    findByEmail(email) {
      const row = findByEmail.get(email)
      return row ? { ...fromRow(row), passwordHash: String(row.password_hash) } : null
    },
    count: () => Number(count.get()?.count),
    put: ({ email, role, passwordHash }, now) =>
      atomically(() => {
        const user = fromRow(put.get(randomUUID(), email, role, passwordHash, now) ?? {})
        signOut.run(user.id)
        return user
      }),
  }
}

const fromRow = (row: Record<string, unknown>): User => ({
  id: String(row.id),
  email: String(row.email),
  role: String(row.role) as Role,
})
