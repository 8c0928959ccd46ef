/** The words of the published page. */
export const customFieldTypes = [
  'NUMBER',
  'TEXT',
  'DATE',
  'SINGLECHOICE',
  'MULTICHOICE',
  'URL',
  'LABEL',
  'RATING',
] as const
export type CustomFieldType = (typeof customFieldTypes)[number]

/** What a value is to search and filters. */
export type CustomFieldKind = 'text' | 'num' | 'date' | 'choice' | 'multichoice' | 'url'

export const kindOfType: Record<CustomFieldType, CustomFieldKind> = {
  NUMBER: 'num',
  TEXT: 'text',
  DATE: 'date',
  SINGLECHOICE: 'choice',
  MULTICHOICE: 'multichoice',
  URL: 'url',
  LABEL: 'text',
  RATING: 'num',
}

/** Says the kind; the number is given once and never again, also after the field was deleted. */
export type CustomFieldId = `meta_${CustomFieldKind}_${number}`

const idShape = /^meta_(text|num|date|choice|multichoice|url)_\d+$/

export const isCustomFieldId = (text: string): text is CustomFieldId => idShape.test(text)

export const kindOfField = (id: CustomFieldId): CustomFieldKind => idShape.exec(id)?.[1] as CustomFieldKind

/** Something an account wants to know of its assets. */
export type CustomField = {
  id: CustomFieldId
  name: string
  description: string
  type: CustomFieldType
  /** What may be chosen; empty for types without a choice. */
  choices: readonly string[]
}

/** What an asset says in one field: several choices of a MULTICHOICE, one text in every other; never empty. */
export type CustomValue = string | readonly string[]

/** By the field's id; fields without a value are absent. */
export type CustomValues = Readonly<Record<CustomFieldId, CustomValue>>
