import type { AssetId } from '../../../domain/asset/asset.ts'
import type { VersionId } from '../../../domain/asset/version.ts'
import type { Library } from '../../../domain/ports/library.ts'
import type { MediaTools } from '../../../domain/ports/media-tools.ts'
import type { ObjectStore } from '../../../domain/ports/object-store.ts'
import type { DrawnFile } from '../../../domain/rendition/drawn-file.ts'
import { findPlayable, isPlayed, type Playable } from '../../../domain/rendition/playable.ts'
import { whyNotDrawn } from '../../../domain/rendition/why-not-drawn.ts'
import type { Role } from '../../../domain/user/user.ts'

/** How far the version to play is, without waiting; begun where nobody has asked for it. `null`: nothing is played. */
export async function glanceAtPlayable(
  { library, objects, media }: { library: Library; objects: ObjectStore; media: MediaTools },
  { assetId, versionId, file, role }: { assetId: AssetId; versionId: VersionId; file: DrawnFile; role: Role },
): Promise<Playable | null> {
  const { scheme } = file.identified
  if (!isPlayed(scheme)) return null
  const playable = await findPlayable(objects, { sha256: file.sha256, object: file.object, scheme })
  if (playable.status === 'coming') {
    const lacking = await media.lacking(file.identified)
    // the original may still be played by itself
    if (lacking.length > 0) return { status: 'failed', why: await whyNotDrawn(media, { ...file, role }) }
    const job = { name: 'make-playable', payload: { assetId, versionId } } as const
    await library.transaction(({ jobs }) => jobs.enqueueOnce(job))
    return { status: 'coming', done: await library.read.jobs.progressOf(job) }
  }
  return playable
}
