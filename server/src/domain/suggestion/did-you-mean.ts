import type { Library } from '../ports/library.ts'
import { foldText } from '../search/fold-text.ts'
import { isCjk } from '../search/fold-words.ts'
import { parseKeyword } from '../search/parse-keyword.ts'
import type { SearchQuery, TextQuery } from '../search/search-query.ts'
import type { Searches } from '../search/searches.ts'

export type SearchedInVain = Omit<SearchQuery, 'customFields' | 'text'> & { text: TextQuery }

/** How much one vain search may set in motion. */
const most = { words: 6, choices: 3, tries: 8 }

/**
 * What was perhaps meant by a keyword that found nothing: the words that are nowhere give way to ones that are, at most
 * two slips away and the most used first. What is proposed does find something, under the same filters. `null`: nothing.
 */
export async function didYouMean(
  { library, searches }: { library: Library; searches: Searches },
  { keyword, query }: { keyword: string; query: SearchedInVain },
): Promise<{ keyword: string; found: number } | null> {
  const count = async (asked: SearchedInVain) =>
    (await searches.search(library, { ...asked, start: 0, limit: 1, facets: false })).found

  const words = wordsIn(keyword)
  if (words.length === 0 || words.length > most.words || query.text.exact !== null) return null
  if ((await count(query)) > 0) return null
  const choices: string[][] = []
  for (const word of words) choices.push(await choicesFor(word))
  if (choices.every(([first], at) => first === words[at]?.text)) return null

  for (const chosen of combinations(choices).slice(0, most.tries)) {
    const proposed = withWords(keyword, words, chosen)
    const terms = parseKeyword(proposed)
    if (terms === null || foldText(proposed) === foldText(keyword)) continue
    const found = await count({ ...query, text: { ...query.text, terms } })
    if (found > 0) return { keyword: proposed, found }
  }
  return null

  /** The word itself where it is somewhere in what the caller may see. */
  async function choicesFor({ text, prefix }: Written): Promise<string[]> {
    const terms = parseKeyword(prefix ? `${text}*` : text) ?? []
    const alone = { terms, match: 'all' as const, fields: null, exact: null }
    if (isCjk(text) || (await count({ ...query, text: alone, values: {}, ranges: {}, albums: null })) > 0) return [text]
    const { sees, now } = query
    const closest = await searches.closestWords(library, { word: text, limit: most.choices, sees, now })
    return closest.length > 0 ? closest : [text]
  }
}

/** `prefix`: a star stands behind it. */
type Written = { text: string; at: number; prefix: boolean }

const wordsIn = (keyword: string): Written[] =>
  Array.from(keyword.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu), ({ 0: text, index }) => ({
    text,
    at: index,
    prefix: keyword[index + text.length] === '*',
  }))

/** The best first: those whose choices stand furthest in front. */
function combinations(choices: readonly (readonly string[])[]): string[][] {
  let made: { chosen: string[]; rank: number }[] = [{ chosen: [], rank: 0 }]
  for (const some of choices) {
    made = made.flatMap(({ chosen, rank }) =>
      some.map((choice, place) => ({ chosen: [...chosen, choice], rank: rank + place })),
    )
  }
  return made.sort((a, b) => a.rank - b.rank).map(({ chosen }) => chosen)
}

/** What was typed, quotation marks and stars and all, with other words in it. */
function withWords(keyword: string, words: readonly Written[], chosen: readonly string[]): string {
  let text = ''
  let from = 0
  for (const [place, { at, text: typed }] of words.entries()) {
    text += keyword.slice(from, at) + (chosen[place] ?? typed)
    from = at + typed.length
  }
  return text + keyword.slice(from)
}
