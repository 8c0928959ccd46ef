import { NotFound } from '../domain-error.ts'
import type { Library } from '../ports/library.ts'
import type { KeywordId } from './keyword.ts'

/** What a keyword means, for the people who choose it. */
export async function describeKeyword(
  { library }: { library: Library },
  { id, description }: { id: KeywordId; description: string },
): Promise<void> {
  await library.transaction(async ({ keywords }) => {
    const keyword = await keywords.find(id)
    if (!keyword) throw new NotFound(`keyword ${id}`)
    if (keyword.description !== description) await keywords.describe(id, description)
  })
}
