import type { PresetBody, PresetSettings } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../../lib/dam.ts'

const address = '/web/v1/presets'
const addressOf = (id: string) => `${address}/${encodeURIComponent(id)}`

export const presetsQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['presets'],
    queryFn: ({ signal }) => dam.web.json<PresetSettings>(address, { signal }),
  })

export const createPreset = (dam: Dam, body: PresetBody) => dam.web.done(address, { method: 'POST', body })
export const updatePreset = (dam: Dam, id: string, body: PresetBody) =>
  dam.web.done(addressOf(id), { method: 'PUT', body })
export const deletePreset = (dam: Dam, id: string) => dam.web.done(addressOf(id), { method: 'DELETE' })
