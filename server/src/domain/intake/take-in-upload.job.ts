import { recordActivity } from '../activity/record-activity.ts'
import type { AssetId } from '../asset/asset.ts'
import type { VersionId } from '../asset/version.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Job } from '../ports/job-queue.ts'
import type { Library } from '../ports/library.ts'
import { type MediaTools, UnsoundFile } from '../ports/media-tools.ts'
import type { ObjectStore } from '../ports/object-store.ts'
import { isPlayed } from '../rendition/playable.ts'
import { addAsset } from './add-asset.ts'
import { addVersion } from './add-version.ts'
import { examineFile } from './examine-file.ts'
import { findDestination, NoSuchDestination } from './find-destination.ts'
import type { Upload } from './upload.ts'

export type TakeInDeps = { library: Library; objects: ObjectStore; media: MediaTools; clock: Clock; ids: Ids }

/**
 * Makes an asset, or a new version of one, of a file that was uploaded. Whatever it leaves on the way is written by
 * rule and may be written again; what others see appears in one transaction, together with the end of the upload.
 */
export const takeInUpload: Job<'take-in-upload', TakeInDeps> = {
  name: 'take-in-upload',
  attempts: 5,

  async run(deps, { uploadId }, signal) {
    const { library } = deps
    const upload = await library.read.uploads.find(uploadId as AssetId)
    if (!upload || upload.finishedAt !== null) return // an earlier run came this far

    await library.transaction(({ uploads }) => uploads.update(upload.id, { state: 'Processing' }))
    try {
      await takeIn(deps, upload, signal)
    } catch (error) {
      if (!(error instanceof UnsoundFile || error instanceof NoSuchDestination)) throw error
      await endAsError(deps, upload.id, error.message)
    }
  },

  async onGivenUp(deps, { uploadId }) {
    const upload = await deps.library.read.uploads.find(uploadId as AssetId)
    if (!upload || upload.finishedAt !== null) return
    await endAsError(
      deps,
      upload.id,
      'The file could not be read here, tried several times. Please tell an administrator.',
    )
  },
}

async function takeIn(deps: TakeInDeps, upload: Upload, signal: AbortSignal): Promise<void> {
  const { library, clock, ids } = deps
  await findDestination(library.read, upload) // before the work; and again in the transaction, which decides
  const content = await examineFile(deps, upload, signal)

  await library.transaction(async (stores) => {
    const { replaced, albumId } = await findDestination(stores, upload)
    const add = { upload, content, albumId, versionId: ids.newId<VersionId>(), now: clock.now() }
    if (replaced) await addVersion(stores, { ...add, replaced })
    else await addAsset(stores, { ids }, add)
    const uploaded = {
      assetId: replaced?.id ?? upload.id,
      scheme: content.identified.scheme,
      kind: 'uploaded' as const,
      by: { name: upload.uploadedByName, email: upload.uploadedBy },
      time: upload.uploadedAt,
      detail: replaced ? 'new version' : '',
    }
    await recordActivity(stores, { ids }, [uploaded])
    if (isPlayed(content.identified.scheme)) {
      const payload = { assetId: uploaded.assetId, versionId: add.versionId }
      await stores.jobs.enqueue({ name: 'make-playable', payload })
    }
    await stores.uploads.update(upload.id, {
      state: 'Done',
      message: null,
      scheme: content.identified.scheme,
      finishedAt: clock.now(),
    })
  })
}

async function endAsError({ library, clock }: TakeInDeps, id: AssetId, message: string): Promise<void> {
  await library.transaction(({ uploads }) => uploads.update(id, { state: 'Error', message, finishedAt: clock.now() }))
}
