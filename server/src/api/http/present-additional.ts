import type { BriefContent } from '@descant/contract'
import type { CustomField, CustomValue, CustomValues } from '../../domain/custom-field/custom-field.ts'

type Additional = BriefContent['additional']
type Said = Additional[string]

/**
 * Every custom field by name, in the order they were made: `null`, a text, or the choices of a MULTICHOICE. A DATE is a
 * time of 17 digits, like every date of the published page ("Date format", and the example of #3).
 */
export const presentAdditional = (values: CustomValues, fields: readonly CustomField[]): Additional =>
  byName(values, fields, (value, { type }) =>
    type === 'DATE' ? `${String(value).replaceAll('-', '')}000000000` : said(value),
  )

/** The same as it is written: a DATE as `YYYY-MM-DD`. */
export const presentEditable = (values: CustomValues, fields: readonly CustomField[]): Additional =>
  byName(values, fields, said)

const byName = (
  values: CustomValues,
  fields: readonly CustomField[],
  say: (value: CustomValue, field: CustomField) => Said,
): Additional =>
  Object.fromEntries(
    fields.map((field) => {
      const value = values[field.id] ?? null
      return [field.name, value === null ? null : say(value, field)]
    }),
  )

const said = (value: CustomValue): Said => (typeof value === 'string' ? value : [...value])
