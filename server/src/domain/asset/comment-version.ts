import { Invalid, NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { type AssetAddress, findVisibleAsset } from './find-visible-asset.ts'
import type { VersionId } from './version.ts'

const longest = 2000

/** What people say of a version; empty takes it away. `versionId` `null`: the current one. */
export async function commentVersion(
  { library, clock }: { library: Library; clock: Clock },
  asked: AssetAddress & { versionId: VersionId | null; comment: string },
): Promise<void> {
  const comment = asked.comment.trim()
  if ([...comment].length > longest) throw new Invalid(`comment: at most ${longest} characters`)
  const time = clock.now()
  await library.transaction(async ({ assets, changes }) => {
    const asset = await findVisibleAsset({ assets }, asked, time)
    const version = asked.versionId === null ? asset.current : await assets.findVersion(asset.id, asked.versionId)
    if (!version) throw new NotFound(`version ${asked.versionId} of ${asked.scheme} ${asked.id}`)
    if (version.comment === comment) return
    await assets.commentVersion(asset.id, version.id, comment)
    await assets.update(asset.id, { modifiedAt: time })
    await changes.append([{ event: 'asset.changed', scheme: asset.scheme, id: asset.id, time }])
  })
}
