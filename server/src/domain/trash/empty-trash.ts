import type { AssetId } from '../asset/asset.ts'
import type { Version } from '../asset/version.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { deleteContent, type ObjectStore } from '../ports/object-store.ts'
import { mayBeErasedBefore } from './trash.ts'

export type EmptyTrashDeps = { library: Library; objects: ObjectStore; clock: Clock }

/**
 * Erases what has been in the trash for its time, and the bytes that nothing else uses. Bytes go first, then the rows:
 * while those are there, nobody begins to rely on the bytes (`holdsAlone`), and a killed run is repeated.
 */
export async function emptyTrash({ library, objects, clock }: EmptyTrashDeps): Promise<void> {
  const before = mayBeErasedBefore(clock.now())
  for (;;) {
    const old = await library.read.trash.trashedBefore(before, 100)
    for (const id of old) {
      for (const content of await library.read.trash.contentOf(id)) {
        if (!(await isUsedElsewhere(library, id, content))) await deleteContent(objects, content)
      }
      await library.transaction(async ({ trash, uploads }) => {
        await trash.erase(id)
        await uploads.delete(id) // the one it came from, which is done
      })
    }
    if (old.length < 100) return
  }
}

async function isUsedElsewhere({ read }: Library, id: AssetId, { sha256 }: Pick<Version, 'sha256'>): Promise<boolean> {
  if ((await read.assets.findByContent(sha256)).some((other) => other !== id)) return true
  // one that is done has become an asset, or a version of one; a failed one may still be wanted
  return (await read.uploads.findByContent(sha256)).some(({ state }) => state !== 'Done')
}
