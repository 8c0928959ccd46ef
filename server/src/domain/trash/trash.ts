import type { Asset } from '../asset/asset.ts'
import type { VersionId } from '../asset/version.ts'

/** An asset in the trash, as the one who looks for it knows it. */
export type TrashedAsset = Pick<Asset, 'id' | 'scheme' | 'name' | 'owner' | 'ownerName'> & {
  /** Bytes of its current version. */
  size: number
  trashedAt: number
  currentId: VersionId
}

const day = 24 * 3_600_000

/** How long what was deleted can be brought back. */
export const keepTrashedMs = 30 * day

/** Around the end of that time servers whose clocks differ a little must not do opposite things. */
export const leeway = 5 * 60_000

/** What was trashed before this is about to be erased, or is being erased: nothing may begin to rely on it. */
export const awaitsErasingBefore = (now: number): number => now - keepTrashedMs + leeway

/** What was trashed before this may be erased. */
export const mayBeErasedBefore = (now: number): number => now - keepTrashedMs - leeway
