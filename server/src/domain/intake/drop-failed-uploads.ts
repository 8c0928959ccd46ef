import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { deleteContent, type ObjectStore } from '../ports/object-store.ts'
import { keepFailedMs, leeway } from './keep-failed.ts'
import type { Upload } from './upload.ts'

export type DropDeps = { library: Library; objects: ObjectStore; clock: Clock }

/**
 * Removes failed uploads that nobody wanted, and their bytes where nothing else uses them. Bytes go first, then the
 * row: while the row is there, nobody begins to rely on the bytes (`awaitsDropping`), and a killed run is repeated.
 */
export async function dropFailedUploads({ library, objects, clock }: DropDeps): Promise<void> {
  const { uploads } = library.read
  const before = clock.now() - keepFailedMs - leeway
  for (;;) {
    const failed = await uploads.failedBefore(before, 100)
    for (const upload of failed) {
      if (!(await isUsedElsewhere(library, upload, before))) await deleteContent(objects, upload)
      await library.transaction((stores) => stores.uploads.delete(upload.id))
    }
    if (failed.length < 100) return
  }
}

async function isUsedElsewhere({ read }: Library, upload: Upload, before: number): Promise<boolean> {
  if ((await read.assets.findByContent(upload.sha256)).length > 0) return true
  const others = await read.uploads.findByContent(upload.sha256)
  return others.some((other) => other.id !== upload.id && !hasFailedBefore(other, before))
}

const hasFailedBefore = ({ state, finishedAt }: Upload, time: number): boolean =>
  state === 'Error' && finishedAt !== null && finishedAt < time
