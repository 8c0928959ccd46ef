import { setTimeout as pause } from 'node:timers/promises'
import type { AssetId } from '../asset/asset.ts'
import type { VersionId } from '../asset/version.ts'
import { NotFound, Unavailable } from '../domain-error.ts'
import type { Library } from '../ports/library.ts'
import type { ObjectStore } from '../ports/object-store.ts'
import { hasTerms } from '../terms/terms-not-accepted.ts'
import type { DrawnFile } from './drawn-file.ts'
import { findPlayable, isPlayed, type Playable } from './playable.ts'

type Asked = { assetId: AssetId; versionId: VersionId; file: DrawnFile }
type Ready = Extract<Playable, { status: 'ready' }>

/** Another request for a while waits with this one; after that the player is to come back. */
const patienceMs = 8000
const everyMs = 250

/**
 * The lighter version as soon as it is there. It is made once, by a job: after intake as a rule, else when it is asked
 * for first. Who asks meanwhile waits some seconds, and is then told to come back (`Unavailable`). `NotFound` where
 * there is none to be had. Looking is free, downloading may have terms: where it has, it is never the original itself.
 */
export async function askForPlayable(
  { library, objects }: { library: Library; objects: ObjectStore },
  { assetId, versionId, file }: Asked,
): Promise<Ready> {
  const { sha256, object, identified } = file
  const { scheme } = identified
  if (!isPlayed(scheme)) throw new NotFound(`lighter version of a file of the kind ${scheme} to play`)

  for (let waitedMs = 0; ; waitedMs += everyMs) {
    const found = await findPlayable(objects, { sha256, object, scheme })
    if (found.status === 'failed') throw new NotFound(`lighter version of this ${scheme} to play. ${found.why}`)
    const needsOwn = found.status === 'ready' && found.isOriginal && (await isBound(library, assetId))
    if (found.status === 'ready' && !needsOwn) return found
    if (waitedMs === 0) {
      const payload = { assetId, versionId, ...(needsOwn && { isApart: true as const }) }
      await library.transaction(({ jobs }) => jobs.enqueueOnce({ name: 'make-playable', payload }))
    }
    if (waitedMs >= patienceMs) throw new NotYetMade(`The lighter version of this ${scheme} is being made`)
    await pause(everyMs)
  }
}

async function isBound({ read }: Library, id: AssetId): Promise<boolean> {
  const [asset] = await read.assets.findMany([id])
  return asset !== undefined && hasTerms(asset, await read.settings.read())
}

/** Films take their time. */
class NotYetMade extends Unavailable {
  override readonly retryAfterSeconds = 10
}
