import type { BatchCustomField, BatchEditBody } from '@descant/contract'
import { approvals } from '../../domain/asset/asset.ts'
import { type AssetEdit, type CustomHow, type EditableText, editableTexts } from '../../domain/batch/asset-edit.ts'
import { checkedValue } from '../../domain/custom-field/checked-value.ts'
import type { CustomField } from '../../domain/custom-field/custom-field.ts'
import { Invalid } from '../../domain/domain-error.ts'
import { endOfDay } from '../../domain/end-of-day.ts'
import { fold } from '../../domain/fold.ts'
import { splitWords } from './split-words.ts'

type Written = { propertyId: string; value: string | string[]; action: string }

/** The changes of #22, in the order they were written; `Invalid` names the one that can't be. */
export function parseEdits(
  { properties = [], customField = [] }: BatchEditBody,
  fields: readonly CustomField[],
): AssetEdit[] {
  const edits = properties.flatMap(({ propertyId, propertyValue, action }) =>
    propertyId === 'customField' && isListOfFields(propertyValue)
      ? propertyValue.map((entry) => customEdit(entry, fields))
      : [editOf({ propertyId, value: writtenValue(propertyId, propertyValue), action: action ?? '' }, fields)],
  )
  return [...edits, ...customField.map((entry) => customEdit(entry, fields))]
}

function customEdit(entry: BatchCustomField, fields: readonly CustomField[]): AssetEdit {
  const propertyId = entry.propertyId ?? entry.id ?? entry.name ?? ''
  const value = writtenValue(propertyId, entry.propertyValue ?? entry.value)
  return editOfField({ propertyId, value, action: entry.action ?? '' }, fields)
}

function editOf(written: Written, fields: readonly CustomField[]): AssetEdit {
  const { propertyId, value } = written
  if ((editableTexts as readonly string[]).includes(propertyId)) {
    const how = actionOf(written, ['cover', 'append'])
    return { kind: 'text', field: propertyId as EditableText, how, text: textOf(value) }
  }
  switch (propertyId) {
    case 'approvalStatus':
      actionOf(written, ['cover'])
      return { kind: 'approval', approval: approvalOf(textOf(value)) }
    case 'expirationDate':
      actionOf(written, ['cover'])
      return { kind: 'expiry', expiresAt: textOf(value) === '' ? null : endOfDay(textOf(value), 'expirationDate') }
    case 'keyword':
      return { kind: 'keywords', how: actionOf(written, ['add', 'remove']), words: wordsOf(value) }
    case 'tag':
      return { kind: 'tags', how: actionOf(written, ['add', 'remove']), words: wordsOf(value) }
    default:
      return editOfField(written, fields)
  }
}

function editOfField(written: Written, fields: readonly CustomField[]): AssetEdit {
  const { propertyId, value } = written
  const field =
    fields.find(({ id }) => id === propertyId.trim()) ??
    fields.find(({ name }) => fold(name) === fold(propertyId.trim()))
  if (!field) throw new Invalid(`propertyId: there is no property ${propertyId}`)
  const how = actionOf<CustomHow>(written, howsOf(field))
  const given = field.type === 'MULTICHOICE' ? wordsOf(value) : value
  // a choice that is no longer one can still be taken away
  if (how === 'remove') return { kind: 'custom', field, how, value: wordsOf(value) }
  return { kind: 'custom', field, how, value: checkedValue(field, given) }
}

/** The first is meant where none is said. */
function howsOf({ type }: CustomField): readonly CustomHow[] {
  if (type === 'MULTICHOICE') return ['cover', 'add', 'remove']
  return type === 'TEXT' || type === 'LABEL' ? ['cover', 'append'] : ['cover']
}

function actionOf<How extends string>({ propertyId, action }: Written, possible: readonly How[]): How {
  const [usual] = possible
  const how = action.trim() === '' ? usual : possible.find((one) => one === action.trim().toLowerCase())
  if (how === undefined) {
    throw new Invalid(`action: ${propertyId} takes ${possible.join(' or ')}, not "${action}"`)
  }
  return how
}

function approvalOf(text: string) {
  const approval = approvals.find((one) => one.toLowerCase() === text.toLowerCase())
  if (!approval) throw new Invalid(`approvalStatus: "${text}" is not possible; it is one of ${approvals.join(', ')}`)
  return approval
}

function writtenValue(propertyId: string, value: unknown): string | string[] {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
  throw new Invalid(`propertyValue: ${propertyId} takes a text, or a list of texts`)
}

const isListOfFields = (value: unknown): value is BatchCustomField[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'object' && entry !== null)

const textOf = (value: string | string[]): string => (typeof value === 'string' ? value : value.join(', '))

const wordsOf = (value: string | string[]): string[] =>
  typeof value === 'string' ? splitWords(value) : value.map((word) => word.trim()).filter((word) => word !== '')
