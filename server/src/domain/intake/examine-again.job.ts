import type { AssetId } from '../asset/asset.ts'
import { type Examination, laterRelease, type Version, type VersionId } from '../asset/version.ts'
import type { Clock } from '../ports/clock.ts'
import type { Job } from '../ports/job-queue.ts'
import type { Library } from '../ports/library.ts'
import { type MediaTools, UnsoundFile } from '../ports/media-tools.ts'
import { type ObjectStore, renditionKey } from '../ports/object-store.ts'
import { isPlayed } from '../rendition/playable.ts'
import { type Examined, examineFile } from './examine-file.ts'

export type ExamineAgainDeps = { library: Library; objects: ObjectStore; media: MediaTools; clock: Clock }

/**
 * Looks into a file once more, with the tools there are now, and makes anew what is made of it. What people said of
 * the asset stays as it is. Killed in between, it begins again; until then what is missing is drawn on demand.
 */
export const examineAgain: Job<'examine-again', ExamineAgainDeps> = {
  name: 'examine-again',
  attempts: 3,

  async run({ library, objects, media, clock }, { assetId, versionId }, signal) {
    const id = assetId as AssetId
    const version = await library.read.assets.findVersion(id, versionId as VersionId)
    if (!version) return // deleted meanwhile

    await dropRenditions(objects, version)
    const { object, sha256, fileName } = version
    const examined = await examineFile(
      { objects, media },
      { object, sha256, fileName, takeInAnyway: false },
      signal,
    ).catch((error: unknown) => {
      if (error instanceof UnsoundFile) return null // it was wanted all the same
      throw error
    })
    const now: Examination = examined ? examinationOf(examined) : { ...version, lacked: withoutUs(version) }

    await library.transaction(async ({ assets, changes, jobs }) => {
      await assets.recordExamination(id, version.id, now)
      if (isPlayed(now.scheme)) {
        await jobs.enqueueOnce({ name: 'make-playable', payload: { assetId, versionId } })
      }
      const [asset] = await assets.findMany([id])
      if (asset?.current.id !== version.id) return
      await changes.append([{ event: 'asset.changed', scheme: asset.scheme, id, time: clock.now() }])
    })
  },
}

const examinationOf = ({ identified, file, text, hasPreview, lacked }: Examined): Examination => ({
  ...identified,
  measures: file.measures,
  metadata: file.metadata,
  text,
  hasPreview,
  lacked,
})

const withoutUs = ({ lacked }: Version): string[] => lacked.filter((what) => what !== laterRelease)

async function dropRenditions(objects: ObjectStore, { sha256 }: Version): Promise<void> {
  for await (const key of objects.list(renditionKey(sha256, ''))) await objects.delete(key)
}
