import { NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import { settingsChanged } from '../setting/change-settings.ts'
import { changesOfCarriers } from './carriers.ts'
import { isCustomFieldId } from './custom-field.ts'

/** With everything assets say in it. Its id is never given again. */
export async function deleteCustomField(
  { library, clock }: { library: Library; clock: Clock },
  id: string,
): Promise<void> {
  const time = clock.now()
  await library.transaction(async (stores) => {
    const field = isCustomFieldId(id) ? await stores.customFields.find(id) : undefined
    if (!field) throw new NotFound(`custom field ${id}`)
    const carriers = await changesOfCarriers(stores, field.id, time)
    await stores.customFields.delete(field.id)
    await stores.changes.append([...carriers, settingsChanged(time)])
  })
}
