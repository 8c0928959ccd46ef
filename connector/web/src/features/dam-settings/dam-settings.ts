import { queryOptions } from '@tanstack/react-query'
import type { Authentication, ConnectionTest, DamFields, DamSettings } from '../../../../src/api/dam-settings-wire.ts'
import { ask } from '../../lib/ask.ts'

export const damSettingsKey = ['dam-settings']

export const damSettingsQuery = queryOptions({
  queryKey: damSettingsKey,
  queryFn: ({ signal }) => ask<DamSettings>('/api/dam-settings', { signal }),
  refetchInterval: 3000,
})

/** Keeps the fields as a draft; the browser goes where the answer says. */
export const authenticate = (fields: DamFields): Promise<Authentication> =>
  ask('/api/dam-settings/authenticate', { method: 'POST', body: fields })

export const save = (fields: DamFields): Promise<DamSettings> =>
  ask('/api/dam-settings', { method: 'PUT', body: fields })

export const discardDraft = (): Promise<DamSettings> => ask('/api/dam-settings/draft', { method: 'DELETE' })

export const testConnection = (): Promise<ConnectionTest> => ask('/api/dam-settings/test', { method: 'POST' })
