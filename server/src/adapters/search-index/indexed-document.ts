import { fold } from '../../domain/fold.ts'
import { foldWords } from '../../domain/search/fold-words.ts'
import type { SearchDocument } from '../../domain/search/search-document.ts'
import { type FieldName, fieldNames, valuesOf } from './values-of-field.ts'
import { boundary, type Vocabulary } from './vocabulary.ts'

/** A run of several words that counts whole too. */
export type Compound = { length: number; word: number }

export type IndexedDocument = {
  document: SearchDocument
  /** Every word of every value, by number, a boundary after each value: what is matched never reaches across one. */
  words: Uint32Array
  /** By the place of their first word. */
  compounds: ReadonlyMap<number, Compound>
  /** Where in `words` each field begins and ends. */
  fields: Record<FieldName, { from: number; to: number }>
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
  return {
    document,
    ...indexWords(document, words),
    foldedTags: document.tags.map(fold),
    foldedKeywords: document.keywords.map(fold),
    tags: document.tags.map((tag) => values.numberOf(tag)),
    keywords: document.keywords.map((keyword) => values.numberOf(keyword)),
    owner: values.numberOf(document.owner),
    extension: values.numberOf(document.extension),
  }
}

function indexWords(document: SearchDocument, vocabulary: Vocabulary) {
  const words: number[] = []
  const compounds = new Map<number, Compound>()
  const fields = {} as IndexedDocument['fields']
  for (const name of fieldNames) {
    const from = words.length
    for (const value of valuesOf(document, name)) {
      for (const { whole, parts } of foldWords(value)) {
        if (parts.length > 1) compounds.set(words.length, { length: parts.length, word: vocabulary.numberOf(whole) })
        for (const part of parts) words.push(vocabulary.numberOf(part))
      }
      words.push(boundary)
    }
    fields[name] = { from, to: words.length }
  }
  return { words: Uint32Array.from(words), compounds: compounds.size > 0 ? compounds : none, fields }
}

const none: ReadonlyMap<number, Compound> = new Map()
