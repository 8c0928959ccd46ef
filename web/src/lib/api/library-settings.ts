import type { AccountSettings } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

/** What an administrator decided about the library; everyone may know. */
export const librarySettingsQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['library-settings'],
    queryFn: ({ signal }) => dam.web.json<AccountSettings>('/web/v1/settings', { signal }),
    staleTime: 60_000,
  })
