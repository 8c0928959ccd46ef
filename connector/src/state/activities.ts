import type { State } from './open-state.ts'

export const activityKinds = [
  'imported',
  'new-version',
  'renamed',
  'updated',
  'restored',
  'removed',
  'failed',
  'connected',
  'disconnected',
  'grant-refused',
] as const
export type ActivityKind = (typeof activityKinds)[number]

/** Something that happened to the library. `detail` is a sentence or a former name. */
export type Activity = {
  id: number
  at: number
  kind: ActivityKind
  assetId: string | null
  name: string | null
  detail: string | null
}

export type ActivityStore = {
  add(activity: Omit<Activity, 'id'>): void
  /** Newest first, those before `before`. */
  list(before: number | null, limit: number): Activity[]
}

/** The newest are kept; a busy library must not fill the disk with its own history. */
const kept = 20_000

export function activityStore({ db }: State): ActivityStore {
  const add = db.prepare('INSERT INTO activity (at, kind, asset_id, name, detail) VALUES (?, ?, ?, ?, ?)')
  const trim = db.prepare('DELETE FROM activity WHERE id <= ?')
  const list = db.prepare('SELECT * FROM activity WHERE id < ? ORDER BY id DESC LIMIT ?')
  return {
    add({ at, kind, assetId, name, detail }) {
      const { lastInsertRowid } = add.run(at, kind, assetId, name, detail)
      if (Number(lastInsertRowid) % 100 === 0) trim.run(Number(lastInsertRowid) - kept)
    },
    list: (before, limit) => list.all(before ?? Number.MAX_SAFE_INTEGER, limit).map(fromRow),
  }
}

const textOrNull = (value: unknown): string | null => (value === null ? null : String(value))

const fromRow = (row: Record<string, unknown>): Activity => ({
  id: Number(row.id),
  at: Number(row.at),
  kind: String(row.kind) as ActivityKind,
  assetId: textOrNull(row.asset_id),
  name: textOrNull(row.name),
  detail: textOrNull(row.detail),
})
