import { NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import type { KeywordId } from './keyword.ts'

/** Takes the word out of the vocabulary and from every asset. Answers how many assets carried it. */
export async function removeKeyword(
  { library, clock }: { library: Library; clock: Clock },
  id: KeywordId,
): Promise<number> {
  const time = clock.now()
  return await library.transaction(async ({ keywords, assets, changes }) => {
    if (!(await keywords.find(id))) throw new NotFound(`keyword ${id}`)
    const carriers = await assets.touch(await keywords.assetsWith(id), time)
    await keywords.delete(id)
    await changes.append(carriers.map(({ id, scheme }) => ({ event: 'asset.keyword.removed', scheme, id, time })))
    return carriers.length
  })
}
