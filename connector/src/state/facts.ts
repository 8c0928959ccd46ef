import type { State } from './open-state.ts'

/** Single facts that outlive the process. */
export type FactName = 'looked' | 'origin' | 'private-network' | 'last-sync' | 'problem'
export type FactStore = {
  read(name: FactName): string | null
  write(name: FactName, value: string | null): void
}

export function factStore({ db }: State): FactStore {
  const find = db.prepare('SELECT value FROM fact WHERE name = ?')
  const put = db.prepare('INSERT INTO fact VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  const remove = db.prepare('DELETE FROM fact WHERE name = ?')
  return {
    read: (name) => (find.get(name)?.value as string | undefined) ?? null,
    write: (name, value) => void (value === null ? remove.run(name) : put.run(name, value)),
  }
}
