import type { SearchDocument } from '../../domain/search/search-document.ts'
import { type TextField, textFields } from '../../domain/search/search-query.ts'

/** The text inside the file and custom fields can be found but not named. */
export type FieldName = TextField | 'text' | 'custom'
export const fieldNames: readonly FieldName[] = [...textFields, 'text', 'custom']

/** A keyword or tag is a value of its own; what is empty is none. */
export function valuesOf(document: SearchDocument, name: FieldName): readonly string[] {
  if (name === 'tags' || name === 'keywords') return document[name]
  if (name === 'custom') return wordsOfCustomFields(document)
  const value = name === 'filename' ? document.name : document[name]
  return value === '' ? [] : [value]
}

/** Of text and choices, not of addresses. */
const wordsOfCustomFields = ({ customTexts }: SearchDocument): readonly string[] =>
  Object.entries(customTexts).flatMap(([id, values]) => (id.startsWith('meta_url_') ? [] : values))
