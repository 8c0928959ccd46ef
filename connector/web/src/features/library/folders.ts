import { queryOptions } from '@tanstack/react-query'
import type { FolderList } from '../../../../src/api/library-wire.ts'
import { ask } from '../../lib/ask.ts'

/** Files arrive by themselves, so the counts are asked for again and again. */
export const foldersQuery = queryOptions({
  queryKey: ['folders'],
  queryFn: ({ signal }) => ask<FolderList>('/api/folders', { signal }),
  refetchInterval: 3000,
})
