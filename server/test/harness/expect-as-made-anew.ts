import { expect } from 'vitest'
import { naiveSearchIndex } from '../../src/adapters/search-index/naive-search-index.ts'
import { presentFacets } from '../../src/api/http/present-facets.ts'
import { stringifyAnswer } from '../../src/api/http/stringify-answer.ts'
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
    expect(asShown(await search(searches, library, wire)), wire).toEqual(asShown(await search(judge, library, wire)))
  }
  await judge.close()
}

const asShown = (answer: SearchAnswer): unknown =>
  JSON.parse(String(stringifyAnswer({ ...answer, facets: presentFacets(answer) })))
