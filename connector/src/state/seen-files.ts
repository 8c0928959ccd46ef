import type { DamAsset } from '../provider/dam.ts'
import type { State } from './open-state.ts'

/** The eligible files, as the DAM described them last. */
export type SeenStore = {
  find(assetId: string): DamAsset | null
  all(): DamAsset[]
  count(): number
  /** Remembers what a full look has come across so far; `round` names that look. */
  note(assets: DamAsset[], round: number): void
  /** Ids that no look since `round` has come across. */
  missingSince(round: number): DamAsset[]
  lastRound(): number
  forget(assetId: string): void
}

export function seenStore({ db, atomically }: State): SeenStore {
  const find = db.prepare('SELECT asset FROM seen WHERE asset_id = ?')
  const all = db.prepare('SELECT asset FROM seen ORDER BY asset_id')
  const count = db.prepare('SELECT count(*) AS count FROM seen')
  const put = db.prepare(`INSERT INTO seen VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET asset = excluded.asset, round = excluded.round`)
  const missing = db.prepare('SELECT asset FROM seen WHERE round < ? ORDER BY asset_id')
  const lastRound = db.prepare('SELECT coalesce(max(round), 0) AS round FROM seen')
  const remove = db.prepare('DELETE FROM seen WHERE asset_id = ?')
  return {
    find: (assetId) => optional(find.get(assetId)),
    all: () => all.all().map(fromRow),
    count: () => Number(count.get()?.count),
    note: (assets, round) =>
      atomically(() => {
        for (const asset of assets) put.run(asset.id, JSON.stringify(asset), round)
      }),
    missingSince: (round) => missing.all(round).map(fromRow),
    lastRound: () => Number(lastRound.get()?.round),
    forget: (assetId) => void remove.run(assetId),
  }
}

type Row = Record<string, unknown>
const fromRow = (row: Row): DamAsset => JSON.parse(String(row.asset)) as DamAsset
const optional = (row: Row | undefined): DamAsset | null => (row ? fromRow(row) : null)
