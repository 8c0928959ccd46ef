import type { AssetId } from '../asset/asset.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { awaitsErasingBefore } from './trash.ts'

/** Back where they were, in the albums that are still there. Answers those that can't come back any more. */
export async function restoreFromTrash(
  { library, clock }: { library: Library; clock: Clock },
  ids: readonly AssetId[],
): Promise<AssetId[]> {
  const time = clock.now()
  return await library.transaction(async ({ assets, trash, changes }) => {
    const kept = awaitsErasingBefore(time)
    const found = (await trash.findMany([...new Set(ids)])).filter(({ trashedAt }) => trashedAt >= kept)
    for (const { id } of found) await assets.restore(id)
    const restored = await assets.touch(
      found.map(({ id }) => id),
      time,
    )
    await changes.append(restored.map(({ id, scheme }) => ({ event: 'asset.restored', scheme, id, time })))
    const back = new Set(restored.map(({ id }) => id))
    return ids.filter((id) => !back.has(id))
  })
}
