import type { Term, TextQuery } from '../../domain/search/search-query.ts'
import type { IndexedDocument, IndexedText } from './indexed-document.ts'
import { wordsMatcher } from './match-words.ts'
import type { Vocabulary } from './vocabulary.ts'

type TextMatches = (text: IndexedText) => boolean

/** Whether what a person typed is in a document. */
export function textMatcher(query: TextQuery, words: Vocabulary): (document: IndexedDocument) => boolean {
  const { exact, fields, match } = query
  const terms: TextMatches[] =
    exact === null ? query.terms.map((term) => termMatcher(term, words)) : [(text) => text.folded() === exact]
  const matchesIn = (texts: readonly IndexedText[]): boolean =>
    match === 'all'
      ? terms.every((term) => texts.some((text) => term(text)))
      : terms.some((term) => texts.some((text) => term(text)))

  if (fields === null) return ({ texts }) => matchesIn(Object.values(texts).flat())
  return ({ texts }) =>
    fields.match === 'all'
      ? fields.names.every((name) => matchesIn(texts[name]))
      : fields.names.some((name) => matchesIn(texts[name]))
}

function termMatcher(term: Term, words: Vocabulary): TextMatches {
  if (term.kind === 'substring') return (text) => text.folded().includes(term.text)
  return wordsMatcher(term.words, term.kind === 'prefix', words)
}
