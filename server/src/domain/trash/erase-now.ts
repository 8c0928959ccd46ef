import type { AssetId } from '../asset/asset.ts'
import type { Library } from '../ports/library.ts'

/**
 * Erases assets in the trash without waiting for their time, or with `everything` all that lies there. They can't come
 * back from this moment on, and nothing new relies on their bytes; those go right afterwards. Answers how many.
 */
export async function eraseNow(
  { library }: { library: Library },
  which: readonly AssetId[] | 'everything',
): Promise<number> {
  return await library.transaction(async ({ trash, jobs }) => {
    const given = await trash.giveUp(which)
    // one that runs already may have looked before this
    if (given > 0) await jobs.enqueue({ name: 'erase-trash', payload: {} })
    return given
  })
}
