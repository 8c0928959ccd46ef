import { expect } from 'vitest'
import { naiveSearchIndex } from '../../src/adapters/search-index/naive-search-index.ts'
import { readFacet } from '../../src/api/http/present-facets.ts'
import type { Library } from '../../src/domain/ports/library.ts'
import { openSearches } from '../../src/domain/search/follow-changes.ts'
import type { SearchAnswer } from '../../src/domain/search/search-query.ts'
import type { Searches } from '../../src/domain/search/searches.ts'
import { search } from './searched.ts'

const questions = [
  ...['', 'sortBy=name&sortDirection=ascending', 'sortBy=size', 'start=3&limit=4', 'keyword=poster', 'keyword=po*'],
  ...['tags=print', 'tags=Untagged', 'scheme=image', 'keyword="tiger in the"', 'approval=pending'],
]

/** Whoever was killed, restored or put right answers as an index made from the database this moment. */
export async function expectAsMadeAnew(searches: Searches, library: Library): Promise<void> {
  const judge = openSearches({ indexes: naiveSearchIndex })
  for (const wire of questions) {
    const [given, right] = [await search(searches, library, wire), await search(judge, library, wire)]
    expect(await asShown(given), wire).toEqual(await asShown(right))
  }
  await judge.close()
}

const asShown = async ({ facets, ...page }: SearchAnswer) => ({ ...page, facets: (await facets).map(readFacet) })
