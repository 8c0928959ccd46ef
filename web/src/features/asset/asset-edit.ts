import type { BatchProperty, ContentDetails, CustomField } from '@descant/contract'
import { dayIn } from '../../lib/calendar-day.ts'
import { enteredChoices, enteredText } from '../../lib/entered-text.ts'

/** What can be edited of an asset, as its form shows it: by property, several choices as a list. */
export type EditableValues = Record<string, string | string[]>

/** `drm`: whether copyright and terms are in use here. */
export function editableValues(
  asset: ContentDetails,
  fields: CustomField[],
  { drm }: { drm: boolean },
): EditableValues {
  return {
    description: asset.description,
    author: asset.default.Author ?? '',
    ...(drm && { copyright: asset.copyright ?? '', termsAndConditions: asset.termsAndConditions ?? '' }),
    // Expired is no status that one can set; what is behind it is not told
    approvalStatus: asset.approvalStatus === 'Expired' ? '' : asset.approvalStatus,
    expirationDate: asset.expirationDate === undefined ? '' : dayIn(asset.expirationDate),
    ...Object.fromEntries(fields.map((field) => [field.id, saidIn(asset, field)])),
  }
}

function saidIn(asset: ContentDetails, { name, type }: CustomField): string | string[] {
  const value = asset.additional[name] ?? ''
  if (type === 'MULTICHOICE') return [value].flat().filter((choice) => choice !== '')
  const said = [value].flat().join(', ')
  return type === 'DATE' ? dayIn(said) : said
}

/** What somebody changed in the form, and nothing else: what others change meanwhile stays. */
export function editsIn(entered: FormData, before: EditableValues): BatchProperty[] {
  return Object.entries(before).flatMap(([propertyId, was]) => {
    const propertyValue = Array.isArray(was) ? enteredChoices(entered, propertyId) : enteredText(entered, propertyId)
    return isSame(propertyValue, was) ? [] : [{ propertyId, propertyValue, action: 'cover' }]
  })
}

const isSame = (a: string | string[], b: string | string[]): boolean =>
  JSON.stringify(trimmed(a)) === JSON.stringify(trimmed(b))

/** A text field gives back line ends its own way. */
const trimmed = (value: string | string[]): string | string[] =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value
