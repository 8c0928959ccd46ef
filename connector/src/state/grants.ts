import { randomUUID } from 'node:crypto'
import type { Tokens } from '../provider/connection.ts'
import type { State } from './open-state.ts'
import type { Seal } from './seal.ts'

/** `refused` says why the DAM stopped accepting it; `null` while it is good. */
export type Grant = { id: string; tokens: Tokens; refused: string | null }

export type GrantStore = {
  find(id: string): Grant | null
  add(tokens: Tokens, now: number): string
  renew(id: string, tokens: Tokens): void
  refuse(id: string, because: string): void
  /** Forgets the grants no connection uses. */
  sweep(): void
}

export function grantStore({ db }: State, seal: Seal): GrantStore {
  const find = db.prepare('SELECT * FROM dam_grant WHERE id = ?')
  const add = db.prepare('INSERT INTO dam_grant VALUES (?, ?, NULL, ?)')
  const renew = db.prepare('UPDATE dam_grant SET tokens = ?, refused = NULL WHERE id = ?')
  const refuse = db.prepare('UPDATE dam_grant SET refused = ? WHERE id = ?')
  const sweep = db.prepare(
    'DELETE FROM dam_grant WHERE id NOT IN (SELECT grant_id FROM connection WHERE grant_id IS NOT NULL)',
  )
  const about = (id: string) => `grant ${id}`
  const sealed = (id: string, tokens: Tokens) => seal.close(JSON.stringify(tokens), about(id))
  return {
    find(id) {
      const row = find.get(id)
      if (!row) return null
      const tokens = JSON.parse(seal.open(row.tokens as Uint8Array, about(id))) as Tokens
      return { id, tokens, refused: row.refused === null ? null : String(row.refused) }
    },
    add(tokens, now) {
      const id = randomUUID()
      add.run(id, sealed(id, tokens), now)
      return id
    },
    renew: (id, tokens) => void renew.run(sealed(id, tokens), id),
    refuse: (id, because) => void refuse.run(because, id),
    sweep: () => void sweep.run(),
  }
}
