import type { NewChange } from '../change/change.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { CustomFieldId } from './custom-field.ts'

/** What the change log has to say of the assets with a value in a field that changes; they count as changed now. */
export async function changesOfCarriers(
  { assets, customFields }: Pick<LibraryStores, 'assets' | 'customFields'>,
  field: CustomFieldId,
  time: number,
): Promise<NewChange[]> {
  const carriers = await assets.touch(await customFields.assetsWith(field), time)
  return carriers.map(({ id, scheme }) => ({ event: 'asset.changed', scheme, id, time }))
}
