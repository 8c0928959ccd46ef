import type { Asset, AssetId } from '../asset/asset.ts'
import { isVisibleTo } from '../asset/find-visible-asset.ts'
import { DomainError, NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { type Share, type ShareId, stateOf } from './share.ts'

/** There was such a share, and it has come to its end. */
export class ShareEnded extends DomainError {
  readonly refusal = 'gone'
  readonly code = 'share-ended'
}

type Deps = { library: Library; clock: Clock }

/** A share that may be opened now; looked up each time, so that it ends at once. */
export async function openShare({ library, clock }: Deps, id: ShareId): Promise<Share> {
  const share = await library.read.shares.find(id)
  if (!share) throw new NotFound('share at this address')
  const state = stateOf(share, clock.now())
  if (state === 'expired') throw new ShareEnded('This share has expired')
  if (state === 'revoked') throw new ShareEnded('This share has been withdrawn')
  return share
}

/** What of it is to be seen now: strangers see what consumers see, so the rest leaves the share at once. */
export async function assetsOf({ library, clock }: Deps, { assetIds }: Pick<Share, 'assetIds'>): Promise<Asset[]> {
  const now = clock.now()
  return (await library.read.assets.findMany(assetIds)).filter((asset) => isVisibleTo('consumer', asset, now))
}

/** One file of a share. */
export async function sharedAsset(
  deps: Deps,
  asked: { shareId: ShareId; assetId: AssetId },
): Promise<{ share: Share; asset: Asset }> {
  const share = await openShare(deps, asked.shareId)
  const [asset] = share.assetIds.includes(asked.assetId) ? await assetsOf(deps, { assetIds: [asked.assetId] }) : []
  if (!asset) throw new NotFound('such file in this share')
  return { share, asset }
}
