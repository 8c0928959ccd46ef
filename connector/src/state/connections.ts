import type { Connection } from '../provider/connection.ts'
import type { State } from './open-state.ts'
import type { Seal } from './seal.ts'

export type Slot = 'draft' | 'active'

/** The DAM settings: as typed and not yet saved, and as saved. */
export type ConnectionStore = {
  find(slot: Slot): Connection | null
  put(slot: Slot, connection: Connection): void
  remove(slot: Slot): void
  notice(slot: Slot, notice: string | null): void
}

export function connectionStore({ db }: State, seal: Seal): ConnectionStore {
  const find = db.prepare('SELECT * FROM connection WHERE slot = ?')
  const put = db.prepare('INSERT OR REPLACE INTO connection VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM connection WHERE slot = ?')
  const notice = db.prepare('UPDATE connection SET notice = ? WHERE slot = ?')
  return {
    find(slot) {
      const row = find.get(slot)
      return row ? fromRow(row, seal) : null
    },
    put(slot, { provider, domain, appId, appSecret, keyword, redirectUri, grantId, savedAt, notice: text }) {
      const sealed = seal.close(appSecret, 'app-secret')
      put.run(slot, provider, domain, appId, sealed, keyword, redirectUri, grantId, savedAt, text)
    },
    remove: (slot) => void remove.run(slot),
    notice: (slot, text) => void notice.run(text, slot),
  }
}

const textOrNull = (value: unknown): string | null => (value === null ? null : String(value))

const fromRow = (row: Record<string, unknown>, seal: Seal): Connection => ({
  provider: 'canto',
  domain: String(row.domain),
  appId: String(row.app_id),
  appSecret: seal.open(row.app_secret as Uint8Array, 'app-secret'),
  keyword: String(row.keyword),
  redirectUri: textOrNull(row.redirect_uri),
  grantId: textOrNull(row.grant_id),
  savedAt: Number(row.saved_at),
  notice: textOrNull(row.notice),
})
