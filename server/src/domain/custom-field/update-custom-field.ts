import { NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { settingsChanged } from '../setting/change-settings.ts'
import { changesOfCarriers } from './carriers.ts'
import { checkedChoices, checkedFieldDescription, checkedFieldName } from './checked-field.ts'
import { isCustomFieldId } from './custom-field.ts'

/**
 * Its name, description and choices; the type stays. A choice that is taken away stays where an asset has it, and can
 * be found and replaced there: leaving a word out of a list by mistake must not empty a thousand assets.
 */
export async function updateCustomField(
  { library, clock }: { library: Library; clock: Clock },
  asked: { id: string; name: string; description: string; choices: readonly string[] | undefined },
): Promise<void> {
  const time = clock.now()
  await library.transaction(async (stores) => {
    const field = isCustomFieldId(asked.id) ? await stores.customFields.find(asked.id) : undefined
    if (!field) throw new NotFound(`custom field ${asked.id}`)
    const updated = {
      ...field,
      name: checkedFieldName(asked.name),
      description: checkedFieldDescription(asked.description),
      choices: checkedChoices(asked.choices, field),
    }
    await stores.customFields.update(updated)
    // its name is part of what every asset with a value says
    const carriers = updated.name === field.name ? [] : await changesOfCarriers(stores, field.id, time)
    await stores.changes.append([...carriers, settingsChanged(time)])
  })
}
