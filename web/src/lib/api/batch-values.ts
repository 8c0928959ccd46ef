import type { ContentRef } from '@descant/client'
import type { BatchValues } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

/** What all of these assets have in common; `null` where they differ or have nothing. */
export const batchValuesQuery = (dam: Dam, assets: readonly ContentRef[]) =>
  queryOptions({
    queryKey: ['asset', 'batch-values', assets.map(({ id }) => id)],
    queryFn: ({ signal }) =>
      dam.web.json<BatchValues>('/api/v1/batch/edit', {
        method: 'POST',
        body: { contents: assets.map(({ id, scheme }) => ({ id, scheme })) },
        signal,
      }),
    // others edit as well: what stands in the form is what holds when it opens
    staleTime: 0,
    gcTime: 0,
  })
