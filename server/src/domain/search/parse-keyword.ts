import { Invalid } from '../domain-error.ts'
import { foldText } from './fold-text.ts'
import { foldWords, isCjk } from './fold-words.ts'
import type { Term } from './search-query.ts'

const maxTerms = 200

/**
 * What a person typed, as terms: words, `"a phrase"`, `prefix*`, and substrings where the script has no spaces.
 * `null`: everything (empty, or `*` alone).
 */
export function parseKeyword(keyword: string): Term[] | null {
  const text = keyword.trim()
  if (text === '' || text === '*') return null

  const pieces = Array.from(text.matchAll(/"([^"]*)"|[^\s"]+/g), ([piece, quoted]) => termOf(piece, quoted))
  const terms = pieces.filter((term) => term !== undefined)
  if (terms.length > maxTerms) throw new Invalid(`keyword: at most ${maxTerms} terms can be looked for at once`)
  // nothing but symbols (an emoji, `+++`): there is no word to compare, so it is looked for as it stands
  return terms.length > 0 ? terms : [substring(text)]
}

function termOf(piece: string, quoted: string | undefined): Term | undefined {
  if (isCjk(piece)) return substring(quoted ?? piece.replaceAll('*', ''))
  const words = foldWords(piece)
  if (words.length === 0) return undefined
  if (quoted !== undefined) return { kind: 'phrase', words }
  return { kind: piece.endsWith('*') ? 'prefix' : 'word', words }
}

const substring = (text: string): Term => ({ kind: 'substring', text: foldSpaced(text) })

/** Folded, with every stretch of white space one space: what substrings and whole values are compared as. */
export function foldSpaced(text: string): string {
  const folded = foldText(text)
  return (/\s\s|[^\S ]/.test(folded) ? folded.replace(/\s+/g, ' ') : folded).trim()
}
