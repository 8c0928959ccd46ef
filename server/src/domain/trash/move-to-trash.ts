import type { AssetId } from '../asset/asset.ts'
import { isVisibleTo } from '../asset/find-visible-asset.ts'
import { tellPortals } from '../portal/tell-portals.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import type { Role } from '../user/user.ts'

/** Gone from lists, search and shares at once. Answers those that could not be deleted because they are not there. */
export async function moveToTrash(
  { library, clock }: { library: Library; clock: Clock },
  { contents, role }: { contents: readonly { id: AssetId; scheme: string }[]; role: Role },
): Promise<AssetId[]> {
  const time = clock.now()
  return await library.transaction(async (stores) => {
    const { assets, changes } = stores
    const wanted = new Map(contents.map(({ id, scheme }) => [id, scheme]))
    const there = (await assets.findMany([...wanted.keys()])).filter(
      (asset) => asset.scheme === wanted.get(asset.id) && isVisibleTo(role, asset, time),
    )
    await changes.append(there.map(({ id, scheme }) => ({ event: 'asset.deleted', scheme, id, time })))
    // portals are told by themselves: once it is erased, nobody knows any more where it was
    await tellPortals(stores, { assets: there.map(({ id }) => id), time }, async () => {
      for (const { id } of there) await assets.trash(id, time)
    })
    const found = new Set(there.map(({ id }) => id))
    return [...wanted.keys()].filter((id) => !found.has(id))
  })
}
