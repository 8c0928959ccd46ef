import type { SearchDocument } from '../../domain/search/search-document.ts'
import { type TextField, textFields } from '../../domain/search/search-query.ts'

/** The text inside the file can be found but not named. */
export type FieldName = TextField | 'text'
export const fieldNames: readonly FieldName[] = [...textFields, 'text']

/** A keyword or tag is a value of its own; what is empty is none. */
export function valuesOf(document: SearchDocument, name: FieldName): readonly string[] {
  if (name === 'tags' || name === 'keywords') return document[name]
  const value = name === 'filename' ? document.name : document[name]
  return value === '' ? [] : [value]
}
