import { freeDisplayName, sortName } from '../library/display-name.ts'
import type { DamAsset } from '../provider/dam.ts'
import type { HeldFile } from '../replicate/plan.ts'
import type { State } from './open-state.ts'

/** A file in the library, or one that left "DAM Import" and is kept for a while (`removedAt`). */
export type LibraryFile = {
  asset: DamAsset
  displayName: string
  /** Where its bytes lie under the data folder. */
  file: string
  size: number
  md5: string
  sha256: string
  thumbnail: string | null
  thumbnailAttempts: number
  importedAt: number
  changedAt: number
  removedAt: number | null
  removedBecause: string | null
}
export type StoredBytes = { file: string; size: number; md5: string; sha256: string }
export type Listing = { search: string; sort: 'name' | 'imported'; start: number; limit: number }

export type HeldStore = {
  find(assetId: string): LibraryFile | null
  all(): HeldFile[]
  list(listing: Listing): { found: number; bytes: number; results: LibraryFile[] }
  count(): { files: number; bytes: number }
  /** Puts the bytes into "DAM Import"; answers the name it goes by there, and the files it no longer needs. */
  put(asset: DamAsset, bytes: StoredBytes, now: number): { displayName: string; replaced: string[] }
  /** The DAM says something new of a file whose bytes are the same; one that had left is back. */
  describe(asset: DamAsset, now: number): { displayName: string }
  drawn(assetId: string, thumbnail: string | null): void
  remove(assetId: string, because: string, now: number): void
  /** Forgets what was removed before that time, and answers the files nobody needs any more. */
  purgeRemovedBefore(time: number): string[]
  /** Every file of ours that a row needs. */
  filesInUse(): Set<string>
}

export const thumbnailAttempts = 6

export function heldStore({ db, atomically }: State): HeldStore {
  const find = db.prepare('SELECT * FROM held WHERE asset_id = ?')
  const all = db.prepare('SELECT * FROM held ORDER BY asset_id')
  const matching = `FROM held WHERE removed_at IS NULL AND instr(sort_name, ?) > 0`
  const listByName = db.prepare(`SELECT * ${matching} ORDER BY sort_name, asset_id LIMIT ? OFFSET ?`)
  const listByTime = db.prepare(`SELECT * ${matching} ORDER BY imported_at DESC, asset_id LIMIT ? OFFSET ?`)
  const total = db.prepare(`SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes ${matching}`)
  const nameTaken = db.prepare('SELECT 1 FROM held WHERE sort_name = ? AND asset_id <> ? AND removed_at IS NULL')
  const put = db.prepare(`INSERT INTO held VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, ?, ?, NULL, NULL)
    ON CONFLICT DO UPDATE SET asset = excluded.asset, display_name = excluded.display_name,
      sort_name = excluded.sort_name, file = excluded.file, size = excluded.size, md5 = excluded.md5,
      sha256 = excluded.sha256, thumbnail = NULL, thumbnail_attempts = 0, changed_at = excluded.changed_at,
      imported_at = CASE WHEN removed_at IS NULL THEN imported_at ELSE excluded.imported_at END,
      removed_at = NULL, removed_because = NULL`)
  const describe = db.prepare(`UPDATE held SET asset = ?, display_name = ?, sort_name = ?, changed_at = ?,
    removed_at = NULL, removed_because = NULL WHERE asset_id = ?`)
  const drawn = db.prepare(`UPDATE held SET thumbnail = ?, thumbnail_attempts = thumbnail_attempts + 1
    WHERE asset_id = ?`)
  const remove = db.prepare('UPDATE held SET removed_at = ?, removed_because = ? WHERE asset_id = ?')
  const purge = db.prepare('DELETE FROM held WHERE removed_at < ? RETURNING file, thumbnail')
  const inUse = db.prepare('SELECT file AS file FROM held UNION SELECT thumbnail FROM held WHERE thumbnail IS NOT NULL')

  const load = (assetId: string) => optional(find.get(assetId))
  /** A name already worn is kept, so that a new version of `poster (2).jpg` does not jump. */
  const nameFor = (asset: DamAsset, before: LibraryFile | null) => {
    const isTaken = (name: string) => nameTaken.get(name, asset.id) !== undefined
    const keeps = before !== null && before.asset.name === asset.name && !isTaken(sortName(before.displayName))
    return keeps ? before.displayName : freeDisplayName(asset.name, isTaken)
  }

  return {
    find: load,
    all: () => all.all().map((row) => heldFileOf(fromRow(row))),
    list: ({ search, sort, start, limit }) => {
      const needle = sortName(search)
      const rows = (sort === 'name' ? listByName : listByTime).all(needle, limit, start)
      const { files, bytes } = total.get(needle) ?? {}
      return { found: Number(files), bytes: Number(bytes), results: rows.map(fromRow) }
    },
    count: () => {
      const { files, bytes } = total.get('') ?? {}
      return { files: Number(files), bytes: Number(bytes) }
    },
    put: (asset, bytes, now) =>
      atomically(() => {
        const before = load(asset.id)
        const displayName = nameFor(asset, before)
        const { file, size, md5, sha256 } = bytes
        const [text, sort] = [JSON.stringify(asset), sortName(displayName)]
        put.run(asset.id, text, displayName, sort, file, size, md5, sha256, now, now)
        const former = before ? [before.file, before.thumbnail] : []
        return { displayName, replaced: former.filter((name) => name !== null && name !== file).map(String) }
      }),
    describe: (asset, now) =>
      atomically(() => {
        const displayName = nameFor(asset, load(asset.id))
        describe.run(JSON.stringify(asset), displayName, sortName(displayName), now, asset.id)
        return { displayName }
      }),
    drawn: (assetId, thumbnail) => void drawn.run(thumbnail, assetId),
    remove: (assetId, because, now) => void remove.run(now, because, assetId),
    purgeRemovedBefore: (time) =>
      purge.all(time).flatMap(({ file, thumbnail }) => [file, thumbnail].filter((name) => name !== null).map(String)),
    filesInUse: () => new Set(inUse.all().map(({ file }) => String(file))),
  }
}

type Row = Record<string, unknown>
const optional = (row: Row | undefined): LibraryFile | null => (row ? fromRow(row) : null)
const textOrNull = (value: unknown): string | null => (value === null ? null : String(value))

const fromRow = (row: Row): LibraryFile => ({
  asset: JSON.parse(String(row.asset)) as DamAsset,
  displayName: String(row.display_name),
  file: String(row.file),
  size: Number(row.size),
  md5: String(row.md5),
  sha256: String(row.sha256),
  thumbnail: textOrNull(row.thumbnail),
  thumbnailAttempts: Number(row.thumbnail_attempts),
  importedAt: Number(row.imported_at),
  changedAt: Number(row.changed_at),
  removedAt: row.removed_at === null ? null : Number(row.removed_at),
  removedBecause: textOrNull(row.removed_because),
})

/** The part of a file that planning looks at. */
export const heldFileOf = ({ asset, removedAt, thumbnail, thumbnailAttempts: attempts }: LibraryFile): HeldFile => ({
  asset,
  isRemoved: removedAt !== null,
  wantsThumbnail: thumbnail === null && attempts < thumbnailAttempts,
})
