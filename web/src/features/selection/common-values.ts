import type { BatchProperty, BatchValues, CustomField } from '@descant/contract'
import { enteredChoices, enteredText } from '../../lib/entered-text.ts'

/** One thing that can be set on all selected assets at once. */
export type CommonValue = {
  /** A text, or several choices; empty where they differ or have nothing. */
  value: string | string[]
  isCommon: boolean
}

/** By property, as the form shows them. `drm`: whether copyright and terms are in use here. */
export function commonValues(
  common: BatchValues,
  fields: readonly CustomField[],
  { drm }: { drm: boolean },
): Record<string, CommonValue> {
  const one = (given: string[] | null): CommonValue => ({ value: given?.[0] ?? '', isCommon: given !== null })
  const custom = ({ name, type }: CustomField): CommonValue => {
    const given = common.additional[name] ?? null
    const isCommon = given !== null
    if (type === 'MULTICHOICE') return { value: [given ?? []].flat(), isCommon }
    return { value: [given ?? ''].flat().join(', '), isCommon }
  }
  return {
    approvalStatus: one(common.approvalStatus),
    expirationDate: one(common.expirationDate),
    author: one(common.author),
    ...(drm && { copyright: one(common.copyright), termsAndConditions: one(common.termsAndConditions) }),
    ...Object.fromEntries(fields.map((field) => [field.id, custom(field)])),
  }
}

/** The name of the box that empties a property on all assets. */
export const emptying = (property: string): string => `empty ${property}`

/** What somebody changed in the form, and what is to be emptied; everything else stays as each asset has it. */
export function commonEdits(entered: FormData, before: Record<string, CommonValue>): BatchProperty[] {
  return Object.entries(before).flatMap(([propertyId, { value: was }]) => {
    const several = Array.isArray(was)
    if (entered.has(emptying(propertyId))) {
      return [{ propertyId, propertyValue: several ? [] : '', action: 'cover' }]
    }
    const propertyValue = several ? enteredChoices(entered, propertyId) : lines(enteredText(entered, propertyId))
    const isSame = JSON.stringify(propertyValue) === JSON.stringify(several ? was : lines(was.trim()))
    // a status can't be empty: that is the choice to leave it
    if (isSame || (propertyId === 'approvalStatus' && propertyValue === '')) return []
    return [{ propertyId, propertyValue, action: 'cover' }]
  })
}

/** A text field gives back line ends its own way. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n')
