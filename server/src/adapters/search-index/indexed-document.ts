import { foldCase } from '../../domain/search/fold-text.ts'
import { foldWords } from '../../domain/search/fold-words.ts'
import { foldSpaced } from '../../domain/search/parse-keyword.ts'
import type { SearchDocument } from '../../domain/search/search-document.ts'
import type { TextField } from '../../domain/search/search-query.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One value of a field: its words by number, and the runs of several words that count whole too. */
export type IndexedText = {
  words: Uint32Array
  compounds: readonly { at: number; length: number; word: number }[]
  /** Folded, for substrings and whole values; worked out when first asked for. */
  folded(): string
}

export type IndexedDocument = {
  document: SearchDocument
  /** Values by field; a keyword or tag is a value of its own. `text` can be found but not named. */
  texts: Record<TextField | 'text', readonly IndexedText[]>
  foldedTags: readonly string[]
  foldedKeywords: readonly string[]
  /** By number of the vocabulary of values. */
  tags: readonly number[]
  keywords: readonly number[]
  owner: number
  extension: number
}

export type Vocabularies = { words: Vocabulary; values: Vocabulary }

export function indexDocument(document: SearchDocument, { words, values }: Vocabularies): IndexedDocument {
  const indexed = (text: string): readonly IndexedText[] => (text === '' ? [] : [indexText(text, words)])
  return {
    document,
    texts: {
      filename: indexed(document.name),
      description: indexed(document.description),
      comment: indexed(document.comment),
      keywords: document.keywords.flatMap(indexed),
      author: indexed(document.author),
      tags: document.tags.flatMap(indexed),
      text: indexed(document.text),
    },
    foldedTags: document.tags.map(foldCase),
    foldedKeywords: document.keywords.map(foldCase),
    tags: document.tags.map((tag) => values.numberOf(tag)),
    keywords: document.keywords.map((keyword) => values.numberOf(keyword)),
    owner: values.numberOf(document.owner),
    extension: values.numberOf(document.extension),
  }
}

function indexText(text: string, vocabulary: Vocabulary): IndexedText {
  const words: number[] = []
  const compounds: { at: number; length: number; word: number }[] = []
  for (const { whole, parts } of foldWords(text)) {
    if (parts.length > 1) compounds.push({ at: words.length, length: parts.length, word: vocabulary.numberOf(whole) })
    for (const part of parts) words.push(vocabulary.numberOf(part))
  }
  let folded: string | undefined
  return {
    words: Uint32Array.from(words),
    compounds,
    folded() {
      folded ??= foldSpaced(text)
      return folded
    },
  }
}
