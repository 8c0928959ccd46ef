import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { settingsChanged } from '../setting/change-settings.ts'
import { checkedChoices, checkedFieldDescription, checkedFieldName, checkedFieldType } from './checked-field.ts'
import type { CustomField } from './custom-field.ts'

/** `Invalid` says which part can't be: a name in use, a type there is not, choices where there are none to make. */
export async function createCustomField(
  { library, clock }: { library: Library; clock: Clock },
  asked: { name: string; description: string; type: string; choices: readonly string[] | undefined },
): Promise<CustomField> {
  const type = checkedFieldType(asked.type)
  const field = {
    name: checkedFieldName(asked.name),
    description: checkedFieldDescription(asked.description),
    type,
    choices: checkedChoices(asked.choices, { type, choices: [] }),
  }
  return await library.transaction(async ({ customFields, changes }) => {
    const created = await customFields.insert(field)
    await changes.append([settingsChanged(clock.now())])
    return created
  })
}
