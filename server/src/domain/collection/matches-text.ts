import { foldWords, type Word } from '../search/fold-words.ts'
import { foldSpaced } from '../search/parse-keyword.ts'
import type { Term, TextField, TextQuery } from '../search/search-query.ts'
import type { Collection } from './collection.ts'

/** Whether what a person typed is in a folder's or an album's name or description; it has no other fields. */
export function matchesText({ name, description }: Collection, { exact, terms, match, fields }: TextQuery): boolean {
  const matchesIn = (texts: readonly string[]): boolean => {
    if (exact !== null) return texts.some((text) => foldSpaced(text) === exact)
    const found = (term: Term) => texts.some((text) => hasTerm(text, term))
    return match === 'all' ? terms.every(found) : terms.some(found)
  }
  if (fields === null) return matchesIn([name, description])

  const textsOf = (field: TextField) => (field === 'filename' ? [name] : field === 'description' ? [description] : [])
  return fields.match === 'all'
    ? fields.names.every((field) => matchesIn(textsOf(field)))
    : fields.names.some((field) => matchesIn(textsOf(field)))
}

function hasTerm(text: string, term: Term): boolean {
  if (term.kind === 'substring') return foldSpaced(text).includes(term.text)
  const words = foldWords(text)
  const pieces = words.flatMap(({ parts }) => parts)
  const wholes = words.map(({ whole }) => whole)
  const sought = term.words.flatMap(({ parts }) => parts)
  const prefix = term.kind === 'prefix'
  return hasRun(pieces, sought, prefix) || hasRun(wholes, wholesOf(term.words), prefix)
}

const wholesOf = (words: readonly Word[]): string[] => words.map(({ whole }) => whole)

/** Whether the words stand one after the other; with `prefix` the last one may go on. */
function hasRun(words: readonly string[], sought: readonly string[], prefix: boolean): boolean {
  return words.some((_, at) =>
    sought.every((word, place) => {
      const there = words[at + place]
      return there === word || (prefix && place === sought.length - 1 && there?.startsWith(word) === true)
    }),
  )
}
