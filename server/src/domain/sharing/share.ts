import type { AssetId } from '../asset/asset.ts'
import type { Brand } from '../brand.ts'

/** 26 characters of base32hex. Whoever knows it may open the share: it is never guessed, and never listed to others. */
export type ShareId = Brand<string, 'ShareId'>

/** What whoever opens a share may do beside looking. */
export type ShareRights = {
  /** Otherwise pictures are given as converted copies, and other files not at all. */
  allowsOriginal: boolean
  allowsCropAndResize: boolean
  allowsPresets: boolean
}

/** Files for people without an account, at an address of their own. */
export type Share = ShareRights & {
  id: ShareId
  /** E-mail address and name of who shared, kept as text. */
  createdBy: string
  createdByName: string
  createdAt: number
  /** `null`: never. */
  expiresAt: number | null
  revokedAt: number | null
  /** The page does not say who shared. */
  hidesCreator: boolean
  /** In the order they were given; some may be gone by now. */
  assetIds: AssetId[]
}

export type ShareState = 'open' | 'expired' | 'revoked'

export function stateOf({ revokedAt, expiresAt }: Pick<Share, 'revokedAt' | 'expiresAt'>, now: number): ShareState {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'open'
}
