import { foldSpaced } from '../../domain/search/parse-keyword.ts'
import type { Term, TextQuery } from '../../domain/search/search-query.ts'
import type { IndexedDocument } from './indexed-document.ts'
import { wordsMatcher } from './match-words.ts'
import { type FieldName, fieldNames, valuesOf } from './values-of-field.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Whether something is found in the named field, or in any field where none is named. */
type FoundIn = (document: IndexedDocument, field: FieldName | null) => boolean

/** Whether what a person typed is in a document. */
export function textMatcher(query: TextQuery, words: Vocabulary): (document: IndexedDocument) => boolean {
  const { exact, fields, match } = query
  const terms = exact === null ? query.terms.map((term) => findTerm(term, words)) : [inValues((text) => text === exact)]
  const foundIn: FoundIn = (document, field) =>
    match === 'all' ? terms.every((term) => term(document, field)) : terms.some((term) => term(document, field))

  if (fields === null) return (document) => foundIn(document, null)
  return (document) =>
    fields.match === 'all'
      ? fields.names.every((name) => foundIn(document, name))
      : fields.names.some((name) => foundIn(document, name))
}

function findTerm(term: Term, vocabulary: Vocabulary): FoundIn {
  if (term.kind === 'substring') return inValues((text) => text.includes(term.text))
  const matches = wordsMatcher(term.words, term.kind === 'prefix', vocabulary)
  return (document, field) =>
    matches(document, field === null ? { from: 0, to: document.words.length } : document.fields[field])
}

const inValues =
  (matches: (folded: string) => boolean): FoundIn =>
  ({ document }, field) =>
    (field === null ? fieldNames : [field]).some((name) =>
      valuesOf(document, name).some((value) => matches(foldSpaced(value))),
    )
