import { NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import { fullName, type User } from '../user/user.ts'
import { type AssetAddress, findVisibleAsset } from './find-visible-asset.ts'
import { nameForVersion } from './name-for-version.ts'
import type { Version, VersionId } from './version.ts'

/** A new version with the file of an old one; the history keeps both. To the current version: nothing changes. */
export async function revertToVersion(
  { library, clock, ids }: { library: Library; clock: Clock; ids: Ids },
  asked: AssetAddress & { versionId: VersionId; by: User },
): Promise<Version> {
  const time = clock.now()
  const newId = ids.newId<VersionId>()
  return await library.transaction(async ({ assets, changes }) => {
    const asset = await findVisibleAsset({ assets }, asked, time)
    const { id, current } = asset
    const old = await assets.findVersion(id, asked.versionId)
    if (!old) throw new NotFound(`version ${asked.versionId} of ${asked.scheme} ${asked.id}`)
    if (old.id === current.id) return current

    const version: Version = {
      ...old,
      id: newId,
      no: current.no + 1,
      uploadedAt: time,
      uploadedBy: asked.by.email,
      uploadedByName: fullName(asked.by),
      comment: '',
    }
    await assets.addVersion(version)
    await assets.update(id, { scheme: old.scheme, name: nameForVersion(asset, old), modifiedAt: time })
    await changes.append([{ event: 'asset.version', scheme: old.scheme, id, time }])
    return version
  })
}
