import type { BriefContent } from '@descant/contract'
import type { CustomField, CustomValues } from '../../domain/custom-field/custom-field.ts'

/** Every custom field by name, in the order they were made: `null`, a text, or the choices of a MULTICHOICE. */
export const presentAdditional = (values: CustomValues, fields: readonly CustomField[]): BriefContent['additional'] =>
  Object.fromEntries(
    fields.map(({ id, name }) => {
      const value = values[id] ?? null
      return [name, value === null || typeof value === 'string' ? value : [...value]]
    }),
  )
