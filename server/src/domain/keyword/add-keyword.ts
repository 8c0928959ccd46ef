import { Invalid } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import type { KeywordId } from './keyword.ts'

/** A path of the API has to hold it. */
const longest = 1000

/** A new word of the vocabulary. One that is there already, in whatever case, stays as it is. */
export async function addKeyword(
  { library, clock, ids }: { library: Library; clock: Clock; ids: Ids },
  asked: { name: string; description: string },
): Promise<void> {
  const name = asked.name.trim()
  if (name === '') throw new Invalid('name: a keyword needs a name')
  if ([...name].length > longest) throw new Invalid(`name: a keyword has at most ${longest} characters`)

  const keyword = { id: ids.newId<KeywordId>(), name, description: asked.description, createdAt: clock.now() }
  await library.transaction(async ({ keywords }) => {
    if (await keywords.findByName(name)) return
    await keywords.insert(keyword)
  })
}
