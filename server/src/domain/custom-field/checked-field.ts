import { checkedLine } from '../checked-line.ts'
import { Invalid } from '../domain-error.ts'
import { fold } from '../fold.ts'
import { type CustomField, type CustomFieldType, customFieldTypes } from './custom-field.ts'

const longestName = 80
const longestDescription = 800
const mostChoices = 10_000

const hasChoices = (type: CustomFieldType): boolean => type === 'SINGLECHOICE' || type === 'MULTICHOICE'

export function checkedFieldType(given: string): CustomFieldType {
  const type = customFieldTypes.find((known) => known === given.trim().toUpperCase())
  if (!type) throw new Invalid(`type: "${given}" is not possible; it is one of ${customFieldTypes.join(', ')}`)
  return type
}

export const checkedFieldName = (given: string): string =>
  checkedLine(given, { called: 'name: the name of a custom field', to: longestName })

export function checkedFieldDescription(given: string): string {
  if ([...given].length > longestDescription) {
    throw new Invalid(`description: at most ${longestDescription} characters`)
  }
  return given
}

/** Absent: none yet, or those it has. Each is one line, and no two are the same without regard to case. */
export function checkedChoices(
  given: readonly string[] | undefined,
  { type, choices }: Pick<CustomField, 'type' | 'choices'>,
): readonly string[] {
  if (given === undefined) return choices
  if (given.length > 0 && !hasChoices(type)) throw new Invalid(`values: a field of the type ${type} has no choices`)
  if (given.length > mostChoices) throw new Invalid(`values: at most ${mostChoices} choices`)
  const checked = given.map((choice) => checkedLine(choice, { called: 'values: a choice', to: 1000 }))
  if (new Set(checked.map(fold)).size < checked.length) throw new Invalid('values: each choice can be there once')
  return checked
}
