import type {
  BatchEditBody,
  BatchProperty,
  BatchValues,
  CreateCustomFieldBody,
  CustomFieldList,
  PresetList,
  UpdateCustomFieldBody,
} from '@descant/contract'
import type { Api, CallOptions } from './api.ts'
import type { ContentRef } from './asset-methods.ts'
import { pathOf } from './path.ts'

const customField = '/custom/field'

export function metadataMethods(api: Api) {
  return {
    /** #21: what they have in common; `null` where they differ. At most a thousand. */
    commonValues: (contents: readonly ContentRef[], { signal }: CallOptions = {}): Promise<BatchValues> =>
      api.json({ method: 'POST', path: '/batch/edit', json: references(contents), signal }, (body) => 'tag' in body),
    /** #22: all of them, or none. At most a thousand. `propertyId` also takes a custom field's id or name. */
    async editContents(
      contents: readonly ContentRef[],
      properties: readonly BatchProperty[],
      { signal }: CallOptions = {},
    ): Promise<void> {
      const json: BatchEditBody = { contents: references(contents), properties: [...properties] }
      await api.text({ method: 'PUT', path: '/batch/edit', json, signal })
    },

    /** #23: sizes to download pictures in. */
    presets: ({ signal }: CallOptions = {}): Promise<PresetList> =>
      api.json({ path: '/tenant/download/presets', signal }, Array.isArray),

    /** #34. */
    customFields: ({ signal }: CallOptions = {}): Promise<CustomFieldList> =>
      api.json({ path: customField, signal }, Array.isArray),
    /** #42; for administrators. */
    async createCustomField(field: CreateCustomFieldBody, { signal }: CallOptions = {}): Promise<void> {
      await api.text({ method: 'POST', path: customField, json: field, signal })
    },
    /** #43; choices stay as they are where `values` is absent. */
    async updateCustomField(field: UpdateCustomFieldBody, { signal }: CallOptions = {}): Promise<void> {
      await api.text({ method: 'PUT', path: customField, json: field, signal })
    },
    /** #43a, with everything assets say in it. */
    async deleteCustomField(id: string, { signal }: CallOptions = {}): Promise<void> {
      await api.text({ method: 'DELETE', path: `${customField}${pathOf(id)}`, signal })
    },
  }
}

export const references = (contents: readonly ContentRef[]): { id: string; scheme: string }[] =>
  contents.map(({ id, scheme }) => ({ id, scheme }))
