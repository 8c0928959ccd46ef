import type { AssetId } from '../asset/asset.ts'
import type { Scheme } from '../asset/scheme.ts'
import type { Brand } from '../brand.ts'

export const activityKinds = ['uploaded', 'downloaded', 'previewed', 'shared'] as const
export type ActivityKind = (typeof activityKinds)[number]

/** Who did something, as text: it stays when the person leaves. Visitors without an account have no e-mail address. */
export type Doer = { name: string; email: string }

/** Somebody did something with an asset. */
export type NewActivity = {
  assetId: AssetId
  scheme: Scheme
  kind: ActivityKind
  by: Doer
  time: number
  /** Of `shared`: where to, like `Link`. Of others: a word about it, or nothing. */
  detail: string
}

export type ActivityId = Brand<string, 'ActivityId'>

/** A kept entry. Entries of an asset are in order by time, then id. */
export type Activity = NewActivity & { id: ActivityId }
