import type { AssetId } from '../asset/asset.ts'
import type { VersionId } from '../asset/version.ts'
import type { Job } from '../ports/job-queue.ts'
import type { Library } from '../ports/library.ts'
import { type MediaTools, UnsoundFile } from '../ports/media-tools.ts'
import type { ObjectStore } from '../ports/object-store.ts'
import { drawnFile } from './drawn-file.ts'
import { findPlayable, isPlayed, playKey, playsAsItIsKey, unplayableKey } from './playable.ts'

export type MakePlayableDeps = {
  library: Library
  objects: ObjectStore
  media: MediaTools
  /** Says how much is done, 0 to 1; as often as one likes. */
  tellProgress: (done: number) => void
}

/** A lighter version of a film or a sound, which any browser plays. May take hours: it has its own hands. */
export const makePlayable: Job<'make-playable', MakePlayableDeps> = {
  name: 'make-playable',
  attempts: 3,

  async run({ library, objects, media, tellProgress }, { assetId, versionId, isApart = false }, signal) {
    const [asset] = await library.read.assets.findMany([assetId as AssetId])
    const version = asset && (await library.read.assets.findVersion(asset.id, versionId as VersionId))
    if (!version) return // deleted while it waited
    const { sha256, object, identified } = drawnFile(asset, version)
    const { scheme } = identified
    if (!isPlayed(scheme)) return
    const found = await findPlayable(objects, { sha256, object, scheme })
    if (found.status === 'failed' || (found.status === 'ready' && !(isApart && found.isOriginal))) return

    try {
      const asked = { isApart, onProgress: tellProgress }
      const made = await objects.withFile(object, (path) => media.makePlayable(path, identified, asked, signal))
      if (made === 'as it is') await objects.write(playsAsItIsKey(sha256), Buffer.from('The original plays.'))
      else if (made !== null) await objects.write(playKey(sha256, scheme), made.bytes)
    } catch (error) {
      if (!(error instanceof UnsoundFile)) throw error
      await objects.write(unplayableKey(sha256), Buffer.from(error.message))
    }
  },

  async onGivenUp({ library, objects }, { assetId, versionId }) {
    const version = await library.read.assets.findVersion(assetId as AssetId, versionId as VersionId)
    if (version) await objects.write(unplayableKey(version.sha256), Buffer.from('It could not be made playable here'))
  },
}
