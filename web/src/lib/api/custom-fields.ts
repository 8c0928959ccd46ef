import type { CustomFieldList } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

/** What this library wants to know of every asset. */
export const customFieldsQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['custom-fields'],
    queryFn: ({ signal }) => dam.web.json<CustomFieldList>('/api/v1/custom/field', { signal }),
    staleTime: 60_000,
  })
