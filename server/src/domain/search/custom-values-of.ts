import { type CustomFieldId, type CustomValue, type CustomValues, kindOfField } from '../custom-field/custom-field.ts'
import type { SearchDocument } from './search-document.ts'

const entriesOf = (values: CustomValues) => Object.entries(values) as [CustomFieldId, CustomValue][]

const textsOf = (value: CustomValue): readonly string[] => (typeof value === 'string' ? [value] : value)

export const customTextsOf = (values: CustomValues): SearchDocument['customTexts'] =>
  Object.fromEntries(
    entriesOf(values).flatMap(([id, value]) => {
      const kind = kindOfField(id)
      return kind === 'num' || kind === 'date' ? [] : [[id, textsOf(value)]]
    }),
  )

export const customNumbersOf = (values: CustomValues): SearchDocument['customNumbers'] =>
  Object.fromEntries(
    entriesOf(values).flatMap(([id, value]) => {
      const kind = kindOfField(id)
      if (kind === 'num') return [[id, Number(value)]]
      return kind === 'date' ? [[id, Date.parse(`${value}T00:00:00Z`) / 1000]] : []
    }),
  )
