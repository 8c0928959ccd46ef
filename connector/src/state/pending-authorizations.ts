import type { State } from './open-state.ts'
import type { Seal } from './seal.ts'

/** A browser on its way to the DAM and back. Only digests of what it carries are kept. */
export type PendingAuthorization = {
  stateDigest: string
  browserDigest: string
  sessionDigest: string
  /** The PKCE code verifier. */
  verifier: string
  redirectUri: string
  /** The draft it is about, by its time: another one typed meanwhile is not meant. */
  draftSavedAt: number
  expiresAt: number
}

export type PendingAuthorizationStore = {
  add(pending: PendingAuthorization): void
  /** Answers it once, if it has not run out. */
  take(stateDigest: string, now: number): PendingAuthorization | null
}

export function pendingAuthorizationStore({ db }: State, seal: Seal): PendingAuthorizationStore {
  const add = db.prepare('INSERT INTO pending_authorization VALUES (?, ?, ?, ?, ?, ?, ?)')
  const take = db.prepare('DELETE FROM pending_authorization WHERE state_digest = ? RETURNING *')
  const sweep = db.prepare('DELETE FROM pending_authorization WHERE expires_at <= ?')
  return {
    add({ stateDigest, browserDigest, sessionDigest, verifier, redirectUri, draftSavedAt, expiresAt }) {
      const sealed = seal.close(verifier, stateDigest)
      add.run(stateDigest, browserDigest, sessionDigest, sealed, redirectUri, draftSavedAt, expiresAt)
    },
    take(stateDigest, now) {
      sweep.run(now)
      const row = take.get(stateDigest)
      if (!row) return null
      return {
        stateDigest,
        browserDigest: String(row.browser_digest),
        sessionDigest: String(row.session_digest),
        verifier: seal.open(row.verifier as Uint8Array, stateDigest),
        redirectUri: String(row.redirect_uri),
        draftSavedAt: Number(row.draft_saved_at),
        expiresAt: Number(row.expires_at),
      }
    },
  }
}
