import type { AssetId } from '../asset/asset.ts'
import type { CustomField, CustomFieldId, CustomValue } from './custom-field.ts'

export interface CustomFieldStore {
  /** Gives the id. Rejects with `Invalid` (`name-in-use`) when the name is taken, without regard to case. */
  insert(field: Omit<CustomField, 'id'>): Promise<CustomField>
  /** Name, description and choices; the same refusal. Of an unknown id nothing. */
  update(field: Omit<CustomField, 'type'>): Promise<void>
  /** Takes its values from every asset too. */
  delete(id: CustomFieldId): Promise<void>
  find(id: CustomFieldId): Promise<CustomField | undefined>
  /** In the order they were made. */
  all(): Promise<CustomField[]>
  /** Replaces what the asset said before; `null` takes it away. */
  setValue(asset: AssetId, field: CustomFieldId, value: CustomValue | null): Promise<void>
  /** Assets with a value, trashed left out. */
  assetsWith(id: CustomFieldId): Promise<AssetId[]>
}
