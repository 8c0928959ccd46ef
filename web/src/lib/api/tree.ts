import type { Tree } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

/** Every folder and album, by name. */
export const treeQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['tree'],
    queryFn: ({ signal }) =>
      dam.json<Tree>('/api/v1/tree', { query: { sortBy: 'name', sortDirection: 'ascending' }, signal }),
    staleTime: 30_000,
  })
