import { doerOf } from '../activity/doer.ts'
import { recordActivity } from '../activity/record-activity.ts'
import type { AssetId } from '../asset/asset.ts'
import { isVisibleTo } from '../asset/find-visible-asset.ts'
import { Invalid, NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import { fullName, type Role, type User } from '../user/user.ts'
import type { Share, ShareId, ShareRights } from './share.ts'

export type NewShare = ShareRights & {
  by: Pick<User, 'email' | 'firstName' | 'lastName'>
  role: Role
  contents: readonly { id: AssetId; scheme: string }[]
  expiresAt: number | null
  hidesCreator: boolean
}

const most = 1000

/** All or nothing: `NotFound` when one of the contents is not there or not to be seen by who shares. */
export async function createShare(
  { library, clock, ids }: { library: Library; clock: Clock; ids: Ids },
  { by, role, contents, ...said }: NewShare,
): Promise<Share> {
  if (contents.length === 0) throw new Invalid('contents: at least one is needed')
  if (contents.length > most) throw new Invalid(`contents: at most ${most} at once`)
  const now = clock.now()
  const share: Share = {
    ...said,
    id: ids.newId<ShareId>(),
    createdBy: by.email,
    createdByName: fullName(by),
    createdAt: now,
    revokedAt: null,
    assetIds: [...new Set(contents.map(({ id }) => id))],
  }

  await library.transaction(async (stores) => {
    const { assets, shares } = stores
    const found = new Map((await assets.findMany(share.assetIds)).map((asset) => [asset.id, asset]))
    for (const { id, scheme } of contents) {
      const asset = found.get(id)
      if (asset?.scheme !== scheme || !isVisibleTo(role, asset, now)) throw new NotFound(`${scheme} ${id}`)
    }
    await shares.insert(share)
    const what = { kind: 'shared', by: doerOf(by), time: now, detail: 'Link' } as const
    const shared = [...found.values()].map(({ id, scheme }) => ({ ...what, assetId: id, scheme }))
    await recordActivity(stores, { ids }, shared)
  })
  return share
}
