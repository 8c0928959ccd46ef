import type { CreateCustomFieldBody, CustomField, UpdateCustomFieldBody } from '@descant/contract'
import type { Dam } from '../../lib/dam.ts'

const address = '/api/v1/custom/field'

export const createField = (dam: Dam, body: CreateCustomFieldBody) => dam.web.done(address, { method: 'POST', body })
export const updateField = (dam: Dam, body: UpdateCustomFieldBody) => dam.web.done(address, { method: 'PUT', body })
export const deleteField = (dam: Dam, id: string) =>
  dam.web.done(`${address}/${encodeURIComponent(id)}`, { method: 'DELETE' })

export const typeWords: Record<CustomField['type'], string> = {
  TEXT: 'Text',
  LABEL: 'Line of text',
  NUMBER: 'Number',
  DATE: 'Day',
  SINGLECHOICE: 'One choice',
  MULTICHOICE: 'Several choices',
  URL: 'Web address',
  RATING: 'Rating, 0 to 5',
}

export const hasChoices = (type: CustomField['type']): boolean => type === 'SINGLECHOICE' || type === 'MULTICHOICE'

/** One to a line. */
export const choicesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
