import type { CustomField as CustomFieldWire } from '@descant/contract'
import type { CustomField } from '../../domain/custom-field/custom-field.ts'

/** The keys of the published page (#34), and the id and description that #43 asks for. */
export const presentCustomField = ({ id, name, description, type, choices }: CustomField): CustomFieldWire => ({
  id,
  name,
  description,
  type,
  ...((type === 'SINGLECHOICE' || type === 'MULTICHOICE') && { values: [...choices] }),
})
